import type { Scene } from "./scene";

/** What a page of analytics can be narrowed to, in words and as parameters. */
export type Narrowing = { page: string; to: string; query: Record<string, string> };

/** The dearest of each kind: whoever and whatever has most in the largest guild. */
export async function narrowings(scene: Scene): Promise<Narrowing[]> {
	const most = async (column: string, table: string, guild = "guild_id"): Promise<string> => {
		const [row] = await scene.look<{ value: string }>(
			`SELECT ${column}::text AS value FROM ${table} WHERE ${guild} = $1 AND ${column} IS NOT NULL
			GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
			[scene.guildId],
		);
		return row?.value ?? scene.guildId;
	};
	const moderator = await most("moderator_id", "rollup_cases");
	const type = await most("type", "rollup_cases");
	const [people, bots] = [{ kind: "people" }, { kind: "bots" }];
	return [
		{
			page: "activity",
			to: "a channel",
			query: { channel: await most("channel_id", "rollup_channel_daily") },
		},
		{ page: "activity", to: "people", query: people },
		{ page: "activity", to: "bots", query: bots },
		{ page: "activity", to: "a role", query: { role: await most("role_id", "discord_member_roles") } },
		{ page: "growth", to: "people", query: people },
		{ page: "growth", to: "bots", query: bots },
		{
			page: "commands",
			to: "a channel",
			query: { channel: await most("channel_id", "rollup_command_channel_daily") },
		},
		{ page: "voice", to: "a channel", query: { channel: await most("channel_id", "discord_voice_states") } },
		{ page: "voice", to: "people", query: people },
		{ page: "voice", to: "bots", query: bots },
		{ page: "moderation", to: "a moderator", query: { moderator } },
		{ page: "moderation", to: "a type", query: { type } },
		{ page: "moderation", to: "both", query: { moderator, type } },
		{
			page: "support",
			to: "a channel",
			query: { channel: await most("channel_id", "conversations", "server_id") },
		},
		{
			page: "support",
			to: "a helper",
			query: { assignee: await most("assigned_to", "forwarded_tickets", "server_id") },
		},
	];
}
