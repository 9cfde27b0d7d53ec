import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { rankedChannels } from "./ranked-channels";
import { readPeriod } from "./read-period";
import type { Period, VoiceQuery } from "./schema";
import { voiceOfChannel } from "./voice-channel";
import { voiceByWeek, voicePerPoint } from "./voice-hours";
import { inVoiceNow, longestInVoice } from "./voice-members";
import type { Voice } from "./voice-schema";

/** How long members were in voice, how many at once, where and when: in all channels, or in one. */
export async function readVoice(guild: GuildScope, { channel, ...asked }: VoiceQuery): Promise<Voice> {
	const period = await readPeriod(guild, asked, ["voice"]);
	const inVoice = await (channel === undefined
		? everywhere(guild, period)
		: {
				...(await voiceOfChannel(guild, period, channel)),
				channel,
				peak: null,
				heatmap: null,
				channels: null,
			});
	const seesMembers = may(guild.actor.level, "members.activity");
	return {
		period,
		...inVoice,
		now: seesMembers ? await inVoiceNow(guild, channel) : null,
		members: seesMembers ? await longestInVoice(guild, period, inVoice.seconds.value, channel) : null,
	};
}

async function everywhere(guild: GuildScope, period: Period) {
	const courses = await voicePerPoint(guild, period);
	const channels = await rankedChannels(guild, period, "seconds");
	return {
		channel: null,
		...courses,
		heatmap: await voiceByWeek(guild, period),
		channels: channels.map(({ value, ...ranked }) => ({ ...ranked, seconds: value })),
	};
}
