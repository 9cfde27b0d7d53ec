import { firstTime, type Patch, Patches } from "@/bot/rows/patches";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const columns = {
	name: { type: "text", otherwise: "''" },
	icon: { type: "text" },
	banner: { type: "text" },
	splash: { type: "text" },
	owner_id: { type: "bigint" },
	features: { type: "text[]" },
	description: { type: "text" },
	vanity_url_code: { type: "text" },
	member_count: { type: "integer", merged: firstTime("member_count") },
	approximate_member_count: { type: "integer" },
	approximate_presence_count: { type: "integer" },
	afk_channel_id: { type: "bigint" },
	afk_timeout: { type: "integer" },
	system_channel_id: { type: "bigint" },
	system_channel_flags: { type: "integer" },
	rules_channel_id: { type: "bigint" },
	public_updates_channel_id: { type: "bigint" },
	verification_level: { type: "smallint" },
	explicit_content_filter: { type: "smallint" },
	mfa_level: { type: "smallint" },
	default_message_notifications: { type: "smallint" },
	premium_tier: { type: "smallint" },
	premium_subscription_count: { type: "integer" },
	max_presences: { type: "integer" },
	max_members: { type: "integer" },
	max_video_channel_users: { type: "integer" },
	region: { type: "text" },
	preferred_locale: { type: "text" },
	nsfw: { type: "boolean", otherwise: "false" },
	large: { type: "boolean", otherwise: "false" },
	unavailable: { type: "boolean", otherwise: "false" },
	joined_at: { type: "timestamptz" },
	left_at: { type: "timestamptz" },
	deleted_at: { type: "timestamptz" },
	bot_permissions: { type: "bigint" },
	bot_active: { type: "boolean", otherwise: "true" },
	active: { type: "boolean", otherwise: "true" },
} as const;

export type GuildPatch = Patch<typeof columns>;

/** `discord_guilds`. */
export class GuildChanges implements Changes {
	readonly #patches = new Patches({
		table: "discord_guilds",
		key: ["id"],
		columns,
		// Nobody is made from an id alone.
		only: "s.name IS NOT NULL OR EXISTS (SELECT FROM discord_guilds g WHERE g.id = s.id)",
	});

	/** What is told of a guild at `at`; without a name it changes a known guild and makes none. */
	put(id: string, at: string, patch: GuildPatch): void {
		this.#patches.tell([id], at, patch);
	}

	write(db: Db): Promise<void> {
		return this.#patches.write(db);
	}
}
