import { bulk, recordset } from "@/bot/rows/bulk";
import { type GuildMoment, GuildRows, guildMoment } from "@/bot/rows/guild-rows";
import type { Patch } from "@/bot/rows/patches";
import { overtaken } from "@/bot/rows/placeholders";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	name: { type: "text" },
	channel_type: { type: "text", otherwise: "s.likely_type" },
	position: { type: "integer" },
	topic: { type: "text" },
	nsfw: { type: "boolean", otherwise: "false" },
	rate_limit_per_user: { type: "integer", otherwise: "0" },
	bitrate: { type: "integer" },
	user_limit: { type: "integer" },
	rtc_region: { type: "text" },
	video_quality_mode: { type: "smallint" },
	parent_id: { type: "bigint" },
	owner_id: { type: "bigint" },
	message_count: { type: "integer" },
	member_count: { type: "integer" },
	archived: { type: "boolean", otherwise: "false" },
	auto_archive_duration: { type: "integer" },
	default_auto_archive_duration: { type: "integer" },
	archive_timestamp: { type: "timestamptz" },
	locked: { type: "boolean", otherwise: "false" },
	invitable: { type: "boolean", otherwise: "true" },
	available_tags: { type: "jsonb" },
	applied_tags: { type: "bigint[]" },
	default_reaction_emoji: { type: "jsonb" },
	default_thread_rate_limit: { type: "integer" },
	default_sort_order: { type: "smallint" },
	default_forum_layout: { type: "smallint" },
	flags: { type: "integer" },
	icon: { type: "text" },
	deleted_at: { type: "timestamptz" },
	last_pin_timestamp: { type: "timestamptz" },
} as const;

export type ChannelPatch = Patch<typeof columns>;

const threads = "t.channel_type IN ('public_thread', 'private_thread', 'announcement_thread')";

const dropUnlisted = `
UPDATE discord_channels t SET deleted_at = s.at, observed_at = s.at
FROM ${recordset(guildMoment)}
WHERE t.guild_id = s.guild_id AND t.deleted_at IS NULL AND ${overtaken} AND NOT ${threads}`;

/** Discord lists the threads that are active: one that it does not list went to sleep. */
const archiveUnlisted = `
UPDATE discord_channels t SET archived = true, observed_at = s.at
FROM ${recordset({ ...guildMoment, parents: "bigint[]" })}
WHERE t.guild_id = s.guild_id AND t.deleted_at IS NULL AND NOT t.archived AND ${overtaken} AND ${threads}
	AND (s.parents IS NULL OR t.parent_id = ANY (s.parents))`;

/** Discord lists archived threads by when they were archived: one that is newer than what was listed last is gone. */
const dropArchived = `
UPDATE discord_channels t SET deleted_at = s.at, observed_at = s.at
FROM ${recordset({ ...guildMoment, parent: "bigint", kinds: "text[]", since: "timestamptz" })}
WHERE t.guild_id = s.guild_id AND t.parent_id = s.parent AND t.channel_type = ANY (s.kinds) AND t.archived
	AND t.deleted_at IS NULL AND t.observed_at <= s.at AND (s.since IS NULL OR t.archive_timestamp > s.since)`;

/** Threads go with their channel, of which alone Discord tells. */
const dropThreads = `
UPDATE discord_channels t SET deleted_at = s.at, observed_at = s.at
FROM ${recordset({ ...guildMoment, id: "bigint" })}
WHERE t.guild_id = s.guild_id AND t.parent_id = s.id AND t.deleted_at IS NULL AND t.observed_at <= s.at AND ${threads}`;

const noteMessages = `
UPDATE discord_channels t SET last_message_id = s.message_id, last_message_at = app.snowflake_time(s.message_id)
FROM ${recordset({ id: "bigint", guild_id: "bigint", message_id: "bigint" })}
WHERE t.id = s.id AND t.guild_id = s.guild_id AND (t.last_message_id IS NULL OR t.last_message_id < s.message_id)`;

/** Archived threads below a channel: since `at` all of these kinds were told that were archived after `since`. */
export type ArchivedThreads = GuildMoment & {
	parent: string;
	kinds: readonly string[];
	/** ISO 8601; null: all that there are. */
	since: string | null;
};

const aside = { likely_type: "text" } as const;
const unlikely = { likely_type: "unknown" } as const;

/** `discord_channels`: channels, categories and threads. */
export class ChannelChanges implements Changes {
	readonly #deleted: (GuildMoment & { id: string })[] = [];
	readonly #complete: GuildMoment[] = [];
	readonly #active: (GuildMoment & { parents: readonly string[] | null })[] = [];
	readonly #archived: ArchivedThreads[] = [];
	readonly #messages = new Map<string, { id: string; guild_id: string; message_id: string }>();
	readonly #rows = new GuildRows("discord_channels", columns, aside, { channel_type: "s.likely_type" });

	/** What is told of a channel at `at`: it exists, then. */
	put(guildId: string, id: string, at: string, patch: ChannelPatch): void {
		this.#rows.tell(guildId, id, at, { deleted_at: null, ...patch }, unlikely);
	}

	/** The channel is gone, and its threads with it. */
	delete(guildId: string, id: string, at: string, patch: ChannelPatch = {}): void {
		this.#rows.tell(guildId, id, at, { ...patch, deleted_at: at }, unlikely);
		this.#deleted.push({ guild_id: guildId, id, at });
	}

	/** When the channel was last told of in this batch. */
	lastTold(id: string): string | undefined {
		return this.#rows.lastTold(id);
	}

	/** Something that was heard of at `at` points at the channel: a row is there after `write`. */
	need(guildId: string, id: string, at: string, type = "unknown"): void {
		this.#rows.need(guildId, id, at, { likely_type: type });
	}

	/** A message was written in the channel; of several the newest counts. */
	wrote(guildId: string, id: string, messageId: string): void {
		const known = this.#messages.get(id);
		if (known && BigInt(known.message_id) >= BigInt(messageId)) return;
		this.#messages.set(id, { id, guild_id: guildId, message_id: messageId });
	}

	/** What was told at `at` is everything: other channels of the guild, threads apart, are deleted. */
	complete(guildId: string, at: string): void {
		this.#complete.push({ guild_id: guildId, at });
	}

	/** The guilds in which channels may be deleted by this batch. */
	changedGuilds(): string[] {
		return [...this.#deleted, ...this.#complete].map(({ guild_id }) => guild_id);
	}

	/** The threads told at `at` are all active ones, of the guild or of these channels. */
	activeThreads(guildId: string, at: string, parents: readonly string[] | null): void {
		this.#active.push({ guild_id: guildId, at, parents });
	}

	/** Other archived threads of the same kinds, archived no earlier, are deleted. */
	archivedThreads(listed: ArchivedThreads): void {
		this.#archived.push(listed);
	}

	async write(db: Db): Promise<void> {
		await this.#rows.write(db);
		await bulk(db, dropUnlisted, this.#complete);
		await bulk(db, archiveUnlisted, this.#active);
		await bulk(db, dropArchived, this.#archived);
		await bulk(db, dropThreads, this.#deleted);
		await bulk(db, noteMessages, [...this.#messages.values()]);
	}
}
