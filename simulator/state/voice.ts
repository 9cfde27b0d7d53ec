import { AuditLogEvent } from "discord-api-types/v10";
import { writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingGuild, LivingVoiceState } from "./types";

export type VoiceFlags = Partial<
	Pick<LivingVoiceState, "self_mute" | "self_deaf" | "self_stream" | "self_video" | "suppress">
>;

/** Who is in which voice channel. */
export class Voice {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** Joins, moves or changes somebody's own switches. @throws DiscordError 10007 */
	set(guildId: string, userId: string, channelId: string, flags: VoiceFlags = {}): void {
		const guild = this.#core.guild(guildId);
		const member = this.#core.member(guild, userId);
		const before = guild.voice.get(userId) ?? this.#fresh(guild, userId, channelId);
		const state = { ...before, ...flags, channel_id: channelId, mute: member.mute, deaf: member.deaf };
		guild.voice.set(userId, state);
		this.#core.stream.emit("VOICE_STATE_UPDATE", guildId, { ...state, member });
	}

	/** Leaves; nothing happens to those who are in no channel. */
	leave(guildId: string, userId: string): void {
		this.#core.leaveVoice(this.#core.guild(guildId), userId);
	}

	/** A moderator moves somebody, or disconnects them with null. @throws DiscordError 10007 */
	move(guildId: string, userId: string, channelId: string | null, by: Actor): void {
		const guild = this.#core.guild(guildId);
		if (!guild.voice.has(userId)) return;
		if (channelId === null) this.leave(guildId, userId);
		else this.set(guildId, userId, channelId);
		const action = channelId === null ? AuditLogEvent.MemberDisconnect : AuditLogEvent.MemberMove;
		const options = { count: "1", ...(channelId !== null && { channel_id: channelId }) };
		writeAudit(this.#core, guild, by, { action, targetId: null, options });
	}

	#fresh(guild: LivingGuild, userId: string, channelId: string): LivingVoiceState {
		return {
			guild_id: guild.id,
			channel_id: channelId,
			user_id: userId,
			session_id: BigInt(this.#core.ids.next()).toString(16).padStart(32, "0"),
			deaf: false,
			mute: false,
			self_deaf: false,
			self_mute: false,
			self_video: false,
			self_stream: false,
			suppress: guild.channels.get(channelId)?.type === stage,
			request_to_speak_timestamp: null,
		};
	}
}

const stage = 13;
