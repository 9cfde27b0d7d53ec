import { bulk, names, recordset } from "@/bot/rows/bulk";
import type { ChannelChanges } from "@/bot/rows/channels";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const columns = {
	id: "bigint",
	guild_id: "bigint",
	channel_id: "bigint",
	webhook_type: "text",
	name: "text",
	avatar: "text",
	token: "text",
	token_key_id: "text",
	application_id: "bigint",
	creator_id: "bigint",
	source_guild_id: "bigint",
	source_channel_id: "bigint",
	created_by_bot: "boolean",
} as const;

/** A token that is not told, or cannot be encrypted, leaves the one that is stored. */
const put = `
INSERT INTO discord_webhooks AS t (${names(columns)}, created_at)
SELECT ${names(columns, "s.")}, app.snowflake_time(s.id) FROM ${recordset(columns)} ORDER BY s.id
ON CONFLICT (id) DO UPDATE SET
	channel_id = excluded.channel_id, name = excluded.name, avatar = excluded.avatar, deleted_at = NULL,
	token = coalesce(excluded.token, t.token),
	token_key_id = CASE WHEN excluded.token IS NULL THEN t.token_key_id ELSE excluded.token_key_id END,
	creator_id = coalesce(excluded.creator_id, t.creator_id),
	source_guild_id = excluded.source_guild_id, source_channel_id = excluded.source_channel_id
WHERE t.guild_id = excluded.guild_id`;

const dropUnlisted = `
UPDATE discord_webhooks t SET deleted_at = s.at
FROM ${recordset({ guild_id: "bigint", channel_id: "bigint", at: "timestamptz", ids: "bigint[]" })}
WHERE t.guild_id = s.guild_id AND (s.channel_id IS NULL OR t.channel_id = s.channel_id) AND t.deleted_at IS NULL
	AND t.id < app.snowflake_at(s.at) AND t.id <> ALL (s.ids)`;

const note = `
INSERT INTO gateway_webhook_changes AS t (guild_id, channel_id, changed_at)
SELECT s.guild_id, s.channel_id, s.at FROM ${recordset({ guild_id: "bigint", channel_id: "bigint", at: "timestamptz" })}
ORDER BY s.guild_id, s.channel_id
ON CONFLICT (guild_id, channel_id) DO UPDATE SET changed_at = greatest(t.changed_at, excluded.changed_at)`;

export type Webhook = {
	id: string;
	channel_id: string;
	webhook_type: string;
	name: string | null;
	avatar: string | null;
	/** Encrypted, with the key's id; both null where it is not kept. */
	token: string | null;
	token_key_id: string | null;
	application_id: string | null;
	creator_id: string | null;
	source_guild_id: string | null;
	source_channel_id: string | null;
	created_by_bot: boolean;
};

/** `discord_webhooks`, and which channels' have to be read again. */
export class WebhookChanges implements Changes {
	readonly #users: UserChanges;
	readonly #channels: ChannelChanges;
	readonly #rows = new Map<string, Webhook & { guild_id: string }>();
	readonly #complete: { guild_id: string; channel_id: string | null; at: string; ids: string[] }[] = [];

	readonly #changed = new Map<string, { guild_id: string; channel_id: string; at: string }>();

	constructor(users: UserChanges, channels: ChannelChanges) {
		this.#users = users;
		this.#channels = channels;
	}

	/** All webhooks of a guild, or of one of its channels, as they are at `at`: others are gone. */
	list(guildId: string, channelId: string | null, at: string, webhooks: readonly Webhook[]): void {
		for (const webhook of webhooks) {
			this.#channels.need(guildId, webhook.channel_id, at);
			if (webhook.creator_id) this.#users.need(webhook.creator_id, at);
			this.#rows.set(webhook.id, { ...webhook, guild_id: guildId });
		}
		const ids = webhooks.map(({ id }) => id);
		this.#complete.push({ guild_id: guildId, channel_id: channelId, at, ids });
	}

	/** The channel's webhooks are others since `at`; nobody said which. */
	changed(guildId: string, channelId: string, at: string): void {
		this.#changed.set(`${guildId}:${channelId}`, { guild_id: guildId, channel_id: channelId, at });
	}

	async write(db: Db): Promise<void> {
		await bulk(db, note, [...this.#changed.values()]);
		await bulk(db, put, [...this.#rows.values()]);
		await bulk(db, dropUnlisted, this.#complete);
	}
}
