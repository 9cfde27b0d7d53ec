import { z } from "zod";
import { flag } from "@/bot/events/decode";
import { channel, tellChannel } from "@/bot/events/decode-channel";
import { emoji, sticker, tellEmojis, tellStickers } from "@/bot/events/decode-emoji";
import { scheduledEvent, tellScheduledEvent } from "@/bot/events/decode-event";
import { guild, guildPatch } from "@/bot/events/decode-guild";
import { role, tellRole } from "@/bot/events/decode-role";
import { member, tellMember, tellUser } from "@/bot/events/decode-user";
import { tellVoice, voiceState } from "@/bot/events/decode-voice";
import { type EventHandler, handler } from "@/bot/events/handler";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

const available = guild.extend({
	unavailable: z.literal(false).nullish(),
	roles: z.array(role).nullish(),
	channels: z.array(channel).nullish(),
	threads: z.array(channel).nullish(),
	members: z.array(member).nullish(),
	emojis: z.array(emoji).nullish(),
	stickers: z.array(sticker).nullish(),
	voice_states: z.array(voiceState).nullish(),
	guild_scheduled_events: z.array(scheduledEvent.extend({ guild_id: snowflake.nullish() })).nullish(),
});
type Available = z.infer<typeof available>;

const unavailable = z.object({ id: snowflake, unavailable: z.literal(true) });
const gone = z.object({ id: snowflake, unavailable: flag.nullish() });

const away = handler(
	unavailable,
	({ id }, tables, { frame }) => tables.guilds.put(id, frame.receivedAt, { unavailable: true }),
	// A guild in an outage is known, or it will be told of when it is back: neither is a failure.
	{ guildOf: () => undefined },
);

const created = handler(
	available,
	(data, tables, { frame }) => {
		const at = frame.receivedAt;
		tables.guilds.put(data.id, at, {
			...guildPatch(data),
			unavailable: false,
			left_at: null,
			deleted_at: null,
			bot_active: true,
			active: true,
		});
		tellRoles(data, tables, at);
		tellChannels(data, tables, at);
		tellMembers(data, tables, at);
		tellLists(data, tables, at);
		tables.catchUps.want(data.id, at, listsAllMembers(data));
	},
	{ founds: true, apart: true, guildOf: ({ id }) => id },
);

function tellRoles({ id, roles }: Available, tables: Tables, at: string): void {
	if (!roles) return;
	for (const one of roles) tellRole(tables, id, one, at);
	tables.roles.complete(id, at);
}

function tellChannels({ id, channels, threads }: Available, tables: Tables, at: string): void {
	for (const one of [...(channels ?? []), ...(threads ?? [])]) tellChannel(tables, id, one, at);
	if (channels) tables.channels.complete(id, at);
	if (threads) tables.channels.activeThreads(id, at, null);
}

/** A large guild's list is not complete: there the chunks tell who is gone. */
function tellMembers(data: Available, tables: Tables, at: string): void {
	for (const one of data.members ?? []) {
		tellUser(tables, one.user, at);
		tellMember(tables, "list", data.id, one, at);
	}
	if (listsAllMembers(data)) tables.members.complete(data.id, at, at);
}

function listsAllMembers({ members, member_count: count }: Available): boolean {
	return Array.isArray(members) && members.length === count;
}

function tellLists(data: Available, tables: Tables, at: string): void {
	const { id, emojis, stickers, voice_states: states, guild_scheduled_events: events } = data;
	if (emojis) tellEmojis(tables, id, emojis, at);
	if (stickers) tellStickers(tables, id, stickers, at);
	for (const one of states ?? []) tellVoice(tables, id, one, at);
	if (states) tables.voice.complete(id, at);
	for (const one of events ?? []) tellScheduledEvent(tables, { ...one, guild_id: id }, at);
	if (events) tables.events.complete(id, at);
}

const updated = handler(
	guild.extend({
		roles: z.array(role).nullish(),
		emojis: z.array(emoji).nullish(),
		stickers: z.array(sticker).nullish(),
	}),
	(data, tables, { frame }) => {
		const { id, roles, emojis, stickers } = data;
		tables.guilds.put(id, frame.receivedAt, guildPatch(data));
		for (const one of roles ?? []) tellRole(tables, id, one, frame.receivedAt);
		if (emojis) tellEmojis(tables, id, emojis, frame.receivedAt);
		if (stickers) tellStickers(tables, id, stickers, frame.receivedAt);
	},
	{ founds: true, guildOf: ({ id }) => id },
);

const deleted = handler(
	gone,
	({ id, unavailable: outage }, tables, { frame }) => {
		const left = { left_at: frame.receivedAt, bot_active: false, active: false };
		tables.guilds.put(id, frame.receivedAt, outage ? { unavailable: true } : left);
		// Nobody tells any more who goes on talking.
		if (!outage) tables.voice.complete(id, frame.receivedAt);
	},
	{ apart: true, guildOf: ({ id, unavailable: outage }) => (outage ? undefined : id) },
);

/** The guilds themselves. */
export const guildEvents = {
	GUILD_CREATE: {
		take: (d, batch, context) => (unavailable.safeParse(d).success ? away : created).take(d, batch, context),
	},
	GUILD_UPDATE: updated,
	GUILD_DELETE: deleted,
} satisfies Record<string, EventHandler>;
