import { AuditLogEvent } from "discord-api-types/v10";
import { snowflakeTime } from "@/prisma/seed/snowflake";
import { notTheAuthor, unknownMessage } from "../errors";
import { writeAudit } from "./audit";
import { compose, type MessageInput, mentionsIn } from "./compose";
import type { Core } from "./core";
import { editMessage, messageEvent } from "./message-events";
import type { Actor, LivingGuild, LivingMessage } from "./types";

export type MessageEdit = Partial<
	Pick<LivingMessage["fields"], "content" | "embeds" | "attachments" | "components" | "flags">
>;

/** What is written, in guilds and directly. */
export class Messages {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** A message that is there. @throws DiscordError 10008 */
	get(channelId: string, messageId: string): LivingMessage {
		const message = this.#core.messages.get(channelId)?.get(messageId);
		if (!message || message.deletedAt !== null) throw unknownMessage();
		return message;
	}

	/** The messages of a channel that are there, oldest first. */
	list(channelId: string): LivingMessage[] {
		return [...(this.#core.messages.get(channelId)?.values() ?? [])].filter(
			({ deletedAt }) => deletedAt === null,
		);
	}

	/** @throws DiscordError 10003, 10013 */
	create(channelId: string, input: MessageInput): LivingMessage {
		const guild = this.#guildOf(channelId);
		const message = compose(this.#core, guild, channelId, input);
		const known = this.#core.messages.get(channelId) ?? new Map<string, LivingMessage>();
		this.#core.messages.set(channelId, known.set(message.fields.id, message));
		const { id: author } = message.fields.author;
		const written = this.#core.writings.get(author);
		if (written) written.push(message);
		else this.#core.writings.set(author, [message]);
		if (guild) countMessage(guild, channelId, message.fields.id);
		this.#core.stream.emit("MESSAGE_CREATE", guild?.id ?? null, messageEvent(this.#core, message));
		return message;
	}

	/** The author changes a message. @throws DiscordError 10008, 50005 */
	edit(channelId: string, messageId: string, edit: MessageEdit, userId: string): LivingMessage {
		const message = this.get(channelId, messageId);
		if (message.fields.author.id !== userId) throw notTheAuthor();
		const mentions = edit.content === undefined ? {} : mentionsIn(this.#core, message.guildId, edit.content);
		editMessage(this.#core, message, { ...edit, ...mentions, edited_timestamp: this.#core.time() });
		return message;
	}

	/** Discord has read a linked page: only the embeds are sent. @throws DiscordError 10008 */
	unfurl(channelId: string, messageId: string, embeds: LivingMessage["fields"]["embeds"]): void {
		const message = this.get(channelId, messageId);
		message.fields = { ...message.fields, embeds };
		const { guildId } = message;
		this.#core.stream.emit("MESSAGE_UPDATE", guildId, {
			id: messageId,
			channel_id: channelId,
			...(guildId !== null && { guild_id: guildId }),
			embeds,
		});
	}

	/** @throws DiscordError 10008 */
	setPinned(channelId: string, messageId: string, pinned: boolean, by: Actor): void {
		const message = this.get(channelId, messageId);
		if (message.fields.pinned === pinned) return;
		editMessage(this.#core, message, { pinned });
		const guild = this.#guildOf(channelId);
		if (!guild) return;
		const last_pin_timestamp = pinned ? this.#core.time() : null;
		const channel = guild.channels.get(channelId);
		if (channel) channel.last_pin_timestamp = last_pin_timestamp;
		this.#core.stream.emit("CHANNEL_PINS_UPDATE", guild.id, {
			guild_id: guild.id,
			channel_id: channelId,
			last_pin_timestamp,
		});
		const action = pinned ? AuditLogEvent.MessagePin : AuditLogEvent.MessageUnpin;
		const options = { channel_id: channelId, message_id: messageId };
		writeAudit(this.#core, guild, by, { action, targetId: message.fields.author.id, options });
	}

	/** Somebody deletes a message; the audit log records other people's messages. @throws DiscordError 10008 */
	delete(channelId: string, messageId: string, by: Actor): void {
		const message = this.get(channelId, messageId);
		const { guildId, fields } = message;
		message.deletedAt = this.#core.time();
		this.#core.stream.emit("MESSAGE_DELETE", guildId, {
			id: messageId,
			channel_id: channelId,
			...(guildId !== null && { guild_id: guildId }),
		});
		const guild = this.#guildOf(channelId);
		if (!guild || by.userId === fields.author.id) return;
		const options = { channel_id: channelId, count: "1" };
		writeAudit(this.#core, guild, by, {
			action: AuditLogEvent.MessageDelete,
			targetId: fields.author.id,
			options,
		});
	}

	/** Takes many messages of a channel away at once; ids that are not there are passed over. */
	deleteBulk(channelId: string, messageIds: string[], by?: Actor): void {
		const known = this.#core.messages.get(channelId);
		const ids = [...new Set(messageIds)].filter((id) => known?.get(id)?.deletedAt === null);
		const guild = this.#guildOf(channelId);
		if (ids.length === 0 || !guild) return;
		for (const id of ids) {
			const message = known?.get(id);
			if (message) message.deletedAt = this.#core.time();
		}
		this.#core.stream.emit("MESSAGE_DELETE_BULK", guild.id, {
			ids,
			channel_id: channelId,
			guild_id: guild.id,
		});
		const options = { count: String(ids.length) };
		if (by)
			writeAudit(this.#core, guild, by, {
				action: AuditLogEvent.MessageBulkDelete,
				targetId: channelId,
				options,
			});
	}

	/** Takes away what somebody wrote in a guild since a time in Unix milliseconds, as a ban may. */
	purge(guildId: string, userId: string, since: number): void {
		const guild = this.#core.guild(guildId);
		const channels = new Map<string, string[]>();
		for (const { fields, guildId: of, deletedAt } of this.#core.writings.get(userId) ?? []) {
			const { id, channel_id: channel } = fields;
			if (of !== guildId || deletedAt !== null || snowflakeTime(id) < since) continue;
			if (!guild.channels.has(channel) && !guild.threads.has(channel)) continue;
			const ids = channels.get(channel) ?? [];
			channels.set(channel, ids);
			ids.push(id);
		}
		for (const [channelId, ids] of channels) this.deleteBulk(channelId, ids);
	}

	/** The guild of a channel; undefined for direct messages. @throws DiscordError 10003 */
	#guildOf(channelId: string): LivingGuild | undefined {
		return this.#core.isDirect(channelId) ? undefined : this.#core.place(channelId).guild;
	}
}

function countMessage(guild: LivingGuild, channelId: string, messageId: string): void {
	const thread = guild.threads.get(channelId);
	if (!thread) {
		const channel = guild.channels.get(channelId);
		if (channel) channel.last_message_id = messageId;
		return;
	}
	thread.fields.last_message_id = messageId;
	const { total_message_sent: sent, message_count: count } = thread.fields;
	if (sent !== undefined) thread.fields.total_message_sent = sent + 1;
	if (count !== undefined && messageId !== thread.fields.id) thread.fields.message_count = count + 1;
}
