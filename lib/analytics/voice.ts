import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { rankedChannels, shareOf } from "./ranked-channels";
import { readPeriod } from "./read-period";
import type { Period, VoiceQuery } from "./schema";
import { voiceOfChannel } from "./voice-channel";
import { voicePerPoint } from "./voice-hours";
import { inVoiceNow, longestInVoice } from "./voice-members";
import type { Voice } from "./voice-schema";

/** How long members were in voice, how many at once, where and when: in all channels, or in one. */
export async function readVoice(guild: GuildScope, { channel, ...asked }: VoiceQuery): Promise<Voice> {
	const period = await readPeriod(guild, asked, ["voice"]);
	const seesMembers = may(guild.actor.level, "members.activity");
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [inVoice, now, members] = await Promise.all([
		channel === undefined ? everywhere(guild, period) : inOne(guild, period, channel),
		seesMembers ? inVoiceNow(guild, channel) : null,
		seesMembers ? longestInVoice(guild, period, channel) : null,
	]);
	return {
		period,
		...inVoice,
		now,
		members:
			members?.map((member) => ({ ...member, share: shareOf(member.seconds, inVoice.seconds.value) })) ??
			null,
	};
}

async function everywhere(guild: GuildScope, period: Period) {
	const [courses, channels] = await Promise.all([
		voicePerPoint(guild, period),
		rankedChannels(guild, period, "seconds"),
	]);
	return {
		channel: null,
		...courses,
		channels: channels.map(({ value, ...ranked }) => ({ ...ranked, seconds: value })),
	};
}

async function inOne(guild: GuildScope, period: Period, channel: string) {
	const courses = await voiceOfChannel(guild, period, channel);
	return { channel, ...courses, peak: null, heatmap: null, channels: null };
}
