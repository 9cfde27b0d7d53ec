import "server-only";
import { rateOf } from "@/lib/analytics/period/course";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { ActivityQuery, Period } from "@/lib/analytics/schema";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { activeMembers } from "./active-members";
import { busiestChannels, messagesOfChannel, silentChannels } from "./channels";
import { type Chosen, chosenActivity } from "./chosen-members";
import { reactionsPerPoint, writtenByWeek, writtenPerPoint } from "./hours";
import { topPeople, withShares } from "./members";
import type { Activity } from "./schema";

const nothing = {
	channel: null,
	role: null,
	kind: null,
	replies: null,
	reactions: null,
	active: null,
	perMember: null,
	heatmap: null,
	channels: null,
	silentCount: null,
	silentChannels: null,
	members: null,
} as const satisfies Omit<Activity, "period" | "messages">;

/** Who wrote how much, where and when, from rollups: the cost follows the period, not the messages stored. */
export async function readActivity(guild: GuildScope, asked: ActivityQuery): Promise<Activity> {
	const period = await readPeriod(guild, asked, ["messages"]);
	const chosen = chosenIn(asked);
	if (asked.channel !== undefined) return activityOfChannel(guild, period, asked.channel);
	if (chosen && may(guild.actor.level, "members.activity")) return activityOf(guild, period, chosen);
	return activityOfAll(guild, period);
}

function chosenIn(asked: ActivityQuery): Chosen | null {
	const { role, kind } = { role: asked.role ?? null, kind: asked.kind ?? null };
	return role === null && kind === null ? null : { role, kind };
}

async function activityOfAll(guild: GuildScope, period: Period): Promise<Activity> {
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer. The
	// members come first, since their courses are asked for when it is known who they are.
	const [members, { messages, replies, byDate }, active, reactions, heatmap, channels, silent] =
		await Promise.all([
			may(guild.actor.level, "members.activity") ? topPeople(guild, period) : null,
			writtenPerPoint(guild, period),
			activeMembers(guild, period),
			reactionsPerPoint(guild, period),
			writtenByWeek(guild, period),
			busiestChannels(guild, period),
			silentChannels(guild, period),
		]);
	return {
		...nothing,
		period,
		messages,
		replies,
		reactions,
		active,
		perMember: rateOf(byDate, active),
		heatmap,
		channels,
		...silent,
		members: members && withShares(members, byDate.value),
	};
}

/** Of one channel it is only counted how many messages it has by days. */
async function activityOfChannel(guild: GuildScope, period: Period, channel: string): Promise<Activity> {
	return { ...nothing, period, channel, messages: await messagesOfChannel(guild, period, channel) };
}

async function activityOf(guild: GuildScope, period: Period, chosen: Chosen): Promise<Activity> {
	const { messages, active, members } = await chosenActivity(guild, period, chosen);
	return {
		...nothing,
		...chosen,
		period,
		messages,
		active,
		perMember: rateOf(messages, active),
		members: withShares(members, messages.value),
	};
}
