import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { rankedChannels } from "./ranked-channels";
import { readPeriod } from "./read-period";
import type { PeriodQuery } from "./schema";
import { voiceByWeek, voicePerPoint } from "./voice-hours";
import { longestInVoice } from "./voice-members";
import type { Voice } from "./voice-schema";

/** How long members were in voice, how many at once, where and when. */
export async function readVoice(guild: GuildScope, asked: PeriodQuery): Promise<Voice> {
	const period = await readPeriod(guild, asked, ["voice"]);
	const courses = await voicePerPoint(guild, period);
	const channels = await rankedChannels(guild, period, "seconds");
	return {
		period,
		...courses,
		heatmap: await voiceByWeek(guild, period),
		channels: channels.map(({ value, ...channel }) => ({ ...channel, seconds: value })),
		members: may(guild.actor.level, "members.activity")
			? await longestInVoice(guild, period, courses.seconds.value)
			: null,
	};
}
