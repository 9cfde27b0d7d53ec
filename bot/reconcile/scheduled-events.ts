import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { type ScheduledEvent, scheduledEvent, tellScheduledEvent } from "@/bot/events/decode-event";
import { tellUser, user } from "@/bot/events/decode-user";
import { receivedNow } from "@/bot/gateway/clock";
import { isRefusal, type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import type { Watch } from "@/bot/reconcile/watch";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** As many people as Discord names at once. */
const PAGE = 100;
const ATTEMPTS = 5;
/** Discord's word for somebody who has said that they do not come. */
const UNINTERESTED = 0;

const interested = z.object({
	user_id: snowflake,
	user: user.nullish().catch(null),
	response: z.number().nullish(),
});
type Interested = z.infer<typeof interested>;

/** An event as it was after `at`. */
type Reading = { at: string; event: ScheduledEvent };

/** Reads the events that are to come or under way, and who is interested in them. @returns how many events there are */
export async function readScheduledEvents(reach: Reach, watch: Watch, guildId: string): Promise<number> {
	const at = receivedNow();
	const route = Routes.guildScheduledEvents(guildId);
	const events = wellFormed(scheduledEvent, await read(reach, route, { with_user_count: "true" }));
	for (const event of events) await settle(reach, watch, { at, event });
	return events.length;
}

/** Reads who is interested and stores it, and begins anew where the stream told of the same event meanwhile. */
async function settle(reach: Reach, watch: Watch, first: Reading): Promise<void> {
	const { guild_id: guildId, id } = first.event;
	let reading: Reading | undefined = first;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (watch.heardSince(id, reading.at)) reading = await readAgain(reach, guildId, id);
		if (!reading) return;
		const { at, event } = reading;
		const people = await readInterested(reach, guildId, id);
		if (!people) return;
		if (watch.heardSince(id, at)) continue;
		await tell(reach.scope, guildId, (tables) => {
			// The list's own number: between the event and the list somebody may have come or gone whose frame waits unread.
			tellScheduledEvent(tables, { ...event, user_count: people.length }, at);
			for (const { user: person } of people) if (person) tellUser(tables, person, at);
			tables.events.interestedAre(
				guildId,
				id,
				people.map(({ user_id }) => user_id),
				at,
			);
		});
		if (!watch.heardSince(id, at)) return;
	}
	throw new Error("the people interested in an event change faster than they can be read");
}

/** Nothing, where the event is over by now. */
async function readAgain(reach: Reach, guildId: string, id: string): Promise<Reading | undefined> {
	const at = receivedNow();
	try {
		const told = await read(reach, Routes.guildScheduledEvent(guildId, id), { with_user_count: "true" });
		const [event] = wellFormed(scheduledEvent, [told]);
		return event && { at, event };
	} catch (error) {
		if (isRefusal(error)) return undefined;
		throw error;
	}
}

/** Nothing, where the event is over by now. */
async function readInterested(reach: Reach, guildId: string, id: string): Promise<Interested[] | undefined> {
	const route = Routes.guildScheduledEventUsers(guildId, id);
	const people = new Map<string, Interested>();
	try {
		for (let after: string | undefined; ; ) {
			const page = wellFormed(interested, await read(reach, route, { limit: PAGE, after }));
			const before = people.size;
			for (const one of page) people.set(one.user_id, one);
			after = page.at(-1)?.user_id;
			if (page.length < PAGE || people.size === before) break;
		}
	} catch (error) {
		if (isRefusal(error)) return undefined;
		throw error;
	}
	return [...people.values()].filter(({ response }) => response !== UNINTERESTED);
}
