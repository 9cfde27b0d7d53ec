import "server-only";
import { rankedChannels, shareOf } from "@/lib/analytics/activity/ranked-channels";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { Period, VoiceQuery, Window } from "@/lib/analytics/schema";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { voiceOfChannel, voiceOfKind } from "./days";
import { voicePerPoint } from "./hours";
import { type InVoice, inVoiceNow, longestInVoice } from "./members";
import type { Voice } from "./schema";

/** How long members were in voice, how many at once, where and when: everybody, in one channel, or people or bots alone. */
export async function readVoice(guild: GuildScope, { channel, kind, ...asked }: VoiceQuery): Promise<Voice> {
	const period = await readPeriod(guild, asked, ["voice"]);
	const seesMembers = may(guild.actor.level, "members.activity");
	const who: InVoice = channel === undefined ? { kind: seesMembers ? kind : undefined } : { channel };
	const isNarrowed = who.channel !== undefined || who.kind !== undefined;
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [inVoice, now, members] = await Promise.all([
		inVoiceOf(guild, period, who),
		seesMembers ? inVoiceNow(guild, who) : null,
		seesMembers ? longestInVoice(guild, isNarrowed ? byDates(period) : period, who) : null,
	]);
	return {
		period,
		channel: who.channel ?? null,
		kind: who.kind ?? null,
		...inVoice,
		now,
		members:
			members?.map((member) => ({ ...member, share: shareOf(member.seconds, inVoice.seconds.value) })) ??
			null,
	};
}

const nothing = { peak: null, heatmap: null, channels: null } as const;

async function inVoiceOf(guild: GuildScope, period: Period, { channel, kind }: InVoice) {
	if (channel !== undefined) return { ...nothing, ...(await voiceOfChannel(guild, period, channel)) };
	if (kind !== undefined) return { ...nothing, ...(await voiceOfKind(guild, period, kind)) };
	return everywhere(guild, period);
}

async function everywhere(guild: GuildScope, period: Period) {
	const [courses, channels] = await Promise.all([
		voicePerPoint(guild, period),
		rankedChannels(guild, period, "seconds"),
	]);
	return {
		...courses,
		channels: channels.map(({ value, ...ranked }) => ({ ...ranked, seconds: value })),
	};
}

/** The same days of UTC instead of the server's own, as the courses of one channel and of some members have them. */
function byDates({ current, comparison }: Period): Pick<Period, "current" | "comparison"> {
	const datesOf = (window: Window): Window => ({
		...window,
		from: `${window.days.at(0)}T00:00:00.000Z`,
		to: `${window.days.at(-1)}T00:00:00.000Z`,
	});
	return { current: datesOf(current), comparison: comparison && datesOf(comparison) };
}
