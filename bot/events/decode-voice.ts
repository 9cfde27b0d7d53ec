import { z } from "zod";
import { certain, flag, text } from "@/bot/events/decode";
import { membership, tellMember, tellUser, user } from "@/bot/events/decode-user";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

export const voiceState = z.object({
	user_id: snowflake,
	channel_id: snowflake.nullish(),
	session_id: text,
	member: membership.extend({ user: user.nullish() }).nullish(),
	deaf: flag.nullish(),
	mute: flag.nullish(),
	self_deaf: flag.nullish(),
	self_mute: flag.nullish(),
	self_stream: flag.nullish(),
	self_video: flag.nullish(),
	suppress: flag.nullish(),
});

/** What a state that does not mention them means: only these are left out when they are off. */
const off = { self_stream: false, self_video: false };

/** Tells where somebody is in voice, and who they are. */
export function tellVoice(
	tables: Tables,
	guildId: string,
	data: z.infer<typeof voiceState>,
	at: string,
): void {
	if (data.member) {
		if (data.member.user) tellUser(tables, data.member.user, at);
		tellMember(tables, "meet", guildId, { ...data.member, user: { id: data.user_id } }, at);
	}
	tables.voice.put(guildId, data.user_id, {
		at,
		sessionId: data.session_id,
		channelId: data.channel_id ?? null,
		flags: {
			...off,
			...certain(data, "deaf", "mute", "self_deaf", "self_mute", "self_stream", "self_video", "suppress"),
		},
	});
}
