import { type APIThreadChannel, AuditLogEvent, MessageFlags } from "discord-api-types/v10";
import { unknownChannel } from "../errors";
import { noFlags } from "../shapes/user";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import { editMessage } from "./message-events";
import type { Actor, LivingThread, ThreadFields } from "./types";

export type ThreadInput = {
	name: string;
	ownerId: string;
	/** 10 announcement, 11 public (the default), 12 private. */
	type?: number;
	/** The message it starts from, whose id it takes. */
	messageId?: string;
	appliedTags?: string[];
};

export type ThreadPatch = Partial<
	Pick<ThreadFields, "name" | "rate_limit_per_user" | "applied_tags"> & { archived: boolean; locked: boolean }
>;

const audited = ["name", "type", "archived", "locked", "rate_limit_per_user", "applied_tags"];

/** Threads and the posts of forums. */
export class Threads {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @throws DiscordError 10003 */
	create(
		parentId: string,
		{ name, ownerId, type = 11, messageId, appliedTags = [] }: ThreadInput,
	): ThreadFields {
		const { guild } = this.#core.place(parentId);
		const fields: ThreadFields = {
			id: messageId ?? this.#core.ids.next(),
			type,
			guild_id: guild.id,
			parent_id: parentId,
			name,
			owner_id: ownerId,
			last_message_id: null,
			rate_limit_per_user: 0,
			message_count: 0,
			total_message_sent: 0,
			member_count: 1,
			flags: 0,
			applied_tags: appliedTags,
			thread_metadata: this.#metadata(type),
		};
		const thread: LivingThread = { fields, members: new Map() };
		this.#join(thread, ownerId);
		guild.threads.set(fields.id, thread);
		this.#core.stream.emit("THREAD_CREATE", guild.id, { ...apiThread(fields), newly_created: true });
		if (messageId) this.#markStarter(parentId, messageId);
		const changes = changesBetween({}, fields, audited);
		const note = { action: AuditLogEvent.ThreadCreate, targetId: fields.id };
		writeAudit(this.#core, guild, { userId: ownerId }, { ...note, ...(changes && { changes }) });
		return fields;
	}

	/** @throws DiscordError 10003 */
	update(threadId: string, { archived, locked, ...patch }: ThreadPatch, by?: Actor): ThreadFields {
		const { guild, thread } = this.#get(threadId);
		const before = thread.fields;
		const metadata = { ...before.thread_metadata };
		if (archived !== undefined && archived !== metadata.archived) {
			Object.assign(metadata, { archived, archive_timestamp: this.#core.time() });
		}
		if (locked !== undefined) metadata.locked = locked;
		thread.fields = { ...before, ...patch, thread_metadata: metadata };
		this.#core.stream.emit("THREAD_UPDATE", guild.id, apiThread(thread.fields));
		const flat = (fields: ThreadFields) => ({ ...fields, ...fields.thread_metadata });
		const changes = changesBetween(flat(before), flat(thread.fields), audited);
		if (by && changes)
			writeAudit(this.#core, guild, by, { action: AuditLogEvent.ThreadUpdate, targetId: threadId, changes });
		return thread.fields;
	}

	/** @throws DiscordError 10003 */
	delete(threadId: string, by: Actor): void {
		const { guild, thread } = this.#get(threadId);
		const { parent_id, type } = thread.fields;
		guild.threads.delete(threadId);
		this.#core.stream.emit("THREAD_DELETE", guild.id, { id: threadId, guild_id: guild.id, parent_id, type });
		const changes = changesBetween(thread.fields, {}, audited);
		const note = { action: AuditLogEvent.ThreadDelete, targetId: threadId };
		writeAudit(this.#core, guild, by, { ...note, ...(changes && { changes }) });
	}

	/** Somebody joins or leaves. @throws DiscordError 10003 */
	setMember(threadId: string, userId: string, present: boolean): void {
		const { guild, thread } = this.#get(threadId);
		if (thread.members.has(userId) === present) return;
		if (present) this.#join(thread, userId);
		else thread.members.delete(userId);
		const joined = thread.members.get(userId);
		const count = Math.min(50, thread.members.size);
		thread.fields.member_count = count;
		this.#core.stream.emit("THREAD_MEMBERS_UPDATE", guild.id, {
			id: threadId,
			guild_id: guild.id,
			member_count: count,
			...(joined
				? { added_members: [{ ...joined, member: this.#core.member(guild, userId) }] }
				: { removed_member_ids: [userId] }),
		});
	}

	#get(threadId: string) {
		const { guild, thread } = this.#core.place(threadId);
		if (!thread) throw unknownChannel();
		return { guild, thread };
	}

	#join(thread: LivingThread, userId: string): void {
		const join_timestamp = this.#core.time();
		thread.members.set(userId, { id: thread.fields.id, user_id: userId, join_timestamp, flags: noFlags });
	}

	#metadata(type: number): ThreadFields["thread_metadata"] {
		const now = this.#core.time();
		const metadata = { archived: false, auto_archive_duration: 1440, archive_timestamp: now, locked: false };
		return { ...metadata, create_timestamp: now, ...(type === 12 && { invitable: true }) };
	}

	/** The message that a thread hangs on says so. */
	#markStarter(channelId: string, messageId: string): void {
		const message = this.#core.messages.get(channelId)?.get(messageId);
		if (!message) return;
		editMessage(this.#core, message, { flags: (message.fields.flags ?? 0) | MessageFlags.HasThread });
	}
}

/** A thread as `discord-api-types` describes it. */
export const apiThread = (fields: ThreadFields): APIThreadChannel => ({ ...fields }) as APIThreadChannel;
