type Reference = { what: string; missing: string };

/** Ids that no foreign key guards, because their rows outlive what they name; in the demo they name something. */
export const danglingIds: Reference[] = [
	{
		what: "the message that a reply answers",
		missing: missing("discord_messages", "guild_id", "referenced_message_id", "discord_messages", "id"),
	},
	{
		what: "the member of a case",
		missing: missing("cases", "guild_id", "case_user_id", "discord_guild_members", "user_id"),
	},
	{
		what: "the moderator of a case",
		missing: missing("cases", "guild_id", "case_moderator_id", "discord_guild_members", "user_id"),
	},
	{
		what: "the channel of an execution",
		missing: missing("discord_command_executions", "guild_id", "channel_id", "discord_channels", "id"),
	},
	{
		what: "the person of a level",
		missing: missing("levels", "guild_id", "member_id", "discord_guild_members", "user_id"),
	},
	{
		what: "the message on the starboard",
		missing: missing("starboard_entries", "guild_id", "message_id", "discord_messages", "id"),
	},
	{
		what: "the last message of a channel",
		missing: missing("discord_channels", "guild_id", "last_message_id", "discord_messages", "id"),
	},
	{
		what: "the first message of a summary",
		missing: missing("conversation_summaries", "guild_id", "start_message_id", "discord_messages", "id"),
	},
	{
		what: "the author of a snippet",
		missing: missing("snippets", "guild_id", "snippet_user_id", "discord_guild_members", "user_id"),
	},
	{
		what: "the person of a conversation",
		missing: missing("conversations", "server_id", "user_id", "discord_guild_members", "user_id"),
	},
	{
		what: "the helper of a ticket",
		missing: missing("forwarded_tickets", "server_id", "assigned_to", "discord_guild_members", "user_id"),
	},
	{
		what: "the moderators' log",
		missing: missing("guild_config", "guild_id", "mod_log_id", "discord_channels", "id"),
	},
	{
		what: "the moderators' role",
		missing: missing("guild_config", "guild_id", "perm_level_3_role_id", "discord_roles", "id"),
	},
	{
		what: "the role of a channel's overwrite",
		missing: missing("discord_channel_permissions", "guild_id", "target_id", "discord_roles", "id"),
	},
];

function missing(table: string, guild: string, column: string, target: string, key: string): string {
	return `SELECT DISTINCT r.${column}::text AS value FROM ${table} r
		WHERE r.${column} IS NOT NULL
			AND NOT EXISTS (SELECT FROM ${target} t WHERE t.guild_id = r.${guild} AND t.${key} = r.${column}) LIMIT 5`;
}
