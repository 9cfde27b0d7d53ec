import type { Feed } from "@/bot/tests/feed";

/** The tables that are not about messages, without what says when the database was written. */
const tables: Record<string, { except?: string; where?: string }> = {
	discord_guilds: {},
	discord_users: {},
	discord_roles: {},
	discord_channels: {},
	discord_guild_members: {},
	discord_member_roles: {},
	discord_channel_permissions: { except: " - 'id'" },
	discord_emojis: {},
	discord_emoji_roles: {},
	discord_stickers: {},
	discord_voice_states: {},
	discord_scheduled_events: {},
	discord_event_participants: {},
	discord_invites: {},
	discord_guild_bans: {},
	gateway_lists: {},
	rollup_membership_daily: { where: "joins <> 0 OR leaves <> 0" },
	rollup_voice_daily: { where: "sessions <> 0 OR seconds <> 0" },
};

export type Snapshot = Record<string, string[]>;

/** Every row of them as text, sorted. */
export async function guildSnapshot(feed: Feed): Promise<Snapshot> {
	const snapshot: Snapshot = {};
	for (const [table, { except = "", where = "true" }] of Object.entries(tables)) {
		const own = table === "discord_invites" ? "" : " - 'created_at'";
		const text = `SELECT (to_jsonb(t)${own} - 'updated_at'${except})::text AS row FROM ${table} t WHERE ${where} ORDER BY 1`;
		snapshot[table] = (await feed.rows<{ row: string }>(text)).map(({ row }) => row);
	}
	return snapshot;
}

/** Takes back everything that frames told. */
export async function forget(feed: Feed): Promise<void> {
	await feed.rows("DELETE FROM discord_guilds WHERE id <> 0");
	await feed.rows("DELETE FROM discord_users");
}
