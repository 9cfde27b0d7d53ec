import {
	type APIAuditLogOptions,
	type APIOverwrite,
	AuditLogEvent,
	type GatewayChannelCreateDispatchData,
} from "discord-api-types/v10";
import { unknownChannel } from "../errors";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingChannel, LivingGuild } from "./types";

export type ChannelPatch = Partial<
	Pick<
		LivingChannel,
		"name" | "topic" | "position" | "parent_id" | "nsfw" | "rate_limit_per_user" | "bitrate" | "user_limit"
	>
>;

const audited = [
	"name",
	"type",
	"topic",
	"parent_id",
	"nsfw",
	"rate_limit_per_user",
	"bitrate",
	"user_limit",
];

/** Channels of guilds, threads apart. */
export class Channels {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	create(guildId: string, type: number, patch: ChannelPatch & { name: string }, by: Actor): LivingChannel {
		const guild = this.#core.guild(guildId);
		const channel: LivingChannel = {
			id: this.#core.ids.next(),
			type,
			guild_id: guildId,
			position: guild.channels.size,
			parent_id: null,
			flags: 0,
			permission_overwrites: [],
			...(type !== category && { nsfw: false, rate_limit_per_user: 0, last_message_id: null }),
			...(voiceTypes.has(type)
				? { bitrate: 64_000, user_limit: 0, rtc_region: null }
				: type !== category && { topic: null }),
			...patch,
		};
		guild.channels.set(channel.id, channel);
		this.#tell("CHANNEL_CREATE", channel);
		const changes = changesBetween({}, channel, audited);
		const note = { action: AuditLogEvent.ChannelCreate, targetId: channel.id };
		writeAudit(this.#core, guild, by, { ...note, ...(changes && { changes }) });
		return channel;
	}

	/** @throws DiscordError 10003 */
	update(channelId: string, patch: ChannelPatch, by: Actor): LivingChannel {
		const { guild, channel: before } = this.#core.place(channelId);
		const channel = { ...before, ...patch };
		this.#replace(guild, channel);
		const changes = changesBetween(before, channel, audited);
		if (changes)
			writeAudit(this.#core, guild, by, {
				action: AuditLogEvent.ChannelUpdate,
				targetId: channelId,
				changes,
			});
		return channel;
	}

	/** Channels of a deleted category stay, without it. Threads end with their channel, without a word. @throws DiscordError 10003 */
	delete(channelId: string, by: Actor): void {
		const { guild, channel } = this.#core.place(channelId);
		if (!guild.channels.delete(channelId)) throw unknownChannel();
		for (const [id, { fields }] of guild.threads)
			if (fields.parent_id === channelId) guild.threads.delete(id);
		for (const child of guild.channels.values()) {
			if (child.parent_id === channelId) this.#replace(guild, { ...child, parent_id: null });
		}
		this.#tell("CHANNEL_DELETE", channel);
		const changes = changesBetween(channel, {}, audited);
		const note = { action: AuditLogEvent.ChannelDelete, targetId: channelId };
		writeAudit(this.#core, guild, by, { ...note, ...(changes && { changes }) });
	}

	/** Sets what a role or member may do here; null takes the exception away. @throws DiscordError 10003 */
	overwrite(channelId: string, targetId: string, overwrite: APIOverwrite | null, by: Actor): void {
		const { guild, channel } = this.#core.place(channelId);
		const before = channel.permission_overwrites.find(({ id }) => id === targetId);
		const others = channel.permission_overwrites.filter(({ id }) => id !== targetId);
		this.#replace(guild, { ...channel, permission_overwrites: overwrite ? [...others, overwrite] : others });
		const kind = overwrite
			? before
				? "ChannelOverwriteUpdate"
				: "ChannelOverwriteCreate"
			: "ChannelOverwriteDelete";
		const type = String((overwrite ?? before)?.type ?? 0) as "0" | "1";
		const changes = changesBetween(before ?? {}, overwrite ?? {}, ["allow", "deny"]);
		const note = { action: AuditLogEvent[kind], targetId: channelId, ...(changes && { changes }) };
		const role = guild.roles.get(targetId)?.name;
		const options = { id: targetId, type, ...(type === "0" && role && { role_name: role }) };
		writeAudit(this.#core, guild, by, { ...note, options: options as APIAuditLogOptions });
	}

	#replace(guild: LivingGuild, channel: LivingChannel): void {
		guild.channels.set(channel.id, channel);
		this.#tell("CHANNEL_UPDATE", channel);
	}

	#tell(name: "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "CHANNEL_DELETE", channel: LivingChannel): void {
		this.#core.stream.emit(name, channel.guild_id, channel as GatewayChannelCreateDispatchData);
	}
}

const category = 4;
const voiceTypes: ReadonlySet<number> = new Set([2, 13]);
