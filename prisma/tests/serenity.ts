import { messageStatements } from "./serenity-messages";

export type Statements = { table: string; insert: string[]; select: string; rows?: number };

const placeStatements: Statements[] = [
	{
		table: "discord_guilds",
		insert: [
			`INSERT INTO discord_guilds (id, name, owner_id, features, premium_tier, large, joined_at, bot_permissions)
			VALUES (223456789012345678, 'Second', 987654321098765432, '{COMMUNITY}', 2, TRUE, '2024-01-15 10:30:00', 8)
			ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, updated_at = CURRENT_TIMESTAMP`,
		],
		select:
			"SELECT id FROM discord_guilds WHERE left_at IS NULL AND joined_at = '2024-01-15 10:30:00' AND id = 223456789012345678",
	},
	{
		table: "discord_channels",
		insert: [
			`INSERT INTO discord_channels (id, guild_id, name, channel_type, nsfw)
			VALUES (555555555555555001, 123456789012345678, 'lobby', 'guild_text', FALSE)`,
			`INSERT INTO discord_channels (id, guild_id, name, channel_type, parent_id, archived, auto_archive_duration)
			VALUES (555555555555555002, 123456789012345678, 'thread', 'public_thread', 555555555555555001, FALSE, 1440)`,
			"INSERT INTO discord_channels (id, guild_id, channel_type) VALUES (555555555555555003, NULL, 'dm')",
		],
		select:
			"SELECT id FROM discord_channels WHERE channel_type IN ('public_thread', 'dm') AND archived = FALSE",
		rows: 2,
	},
	{
		table: "discord_users",
		insert: [
			`INSERT INTO discord_users (id, username, discriminator, bot, accent_color)
			VALUES (666666666666666001, 'helper', '0001', TRUE, 255), (666666666666666002, 'bob', NULL, FALSE, NULL)
			ON CONFLICT (id) DO UPDATE SET username = EXCLUDED.username, last_seen = CURRENT_TIMESTAMP`,
		],
		select: "SELECT id FROM discord_users WHERE bot = TRUE",
	},
	{
		table: "discord_guild_members",
		insert: [
			`INSERT INTO discord_guild_members (guild_id, user_id, nick, joined_at)
			VALUES (123456789012345678, 666666666666666001, NULL, '2024-02-01 00:00:00'),
				(123456789012345678, 666666666666666002, 'Bobby', '2024-02-02 00:00:00')
			ON CONFLICT (guild_id, user_id) DO UPDATE SET left_at = NULL`,
		],
		select: "SELECT nick FROM discord_guild_members WHERE user_id = 666666666666666002 AND left_at IS NULL",
	},
	{
		table: "discord_roles",
		insert: [
			`INSERT INTO discord_roles (id, guild_id, name, position, permissions, tags)
			VALUES (777777777777777001, 123456789012345678, 'Helpers', 3, 1099511627775, '{"bot_id": "1"}')`,
		],
		select: "SELECT name FROM discord_roles WHERE id = 777777777777777001 AND tags ->> 'bot_id' = '1'",
	},
	{
		table: "discord_member_roles",
		insert: [
			`INSERT INTO discord_member_roles (guild_id, user_id, role_id, assigned_by)
			VALUES (123456789012345678, 666666666666666002, 777777777777777001, 987654321098765432)
			ON CONFLICT (guild_id, user_id, role_id) DO NOTHING`,
		],
		select: "SELECT user_id FROM discord_member_roles WHERE role_id = 777777777777777001",
	},
	{
		table: "discord_channel_permissions",
		insert: [
			`INSERT INTO discord_channel_permissions (channel_id, permission_type, target_id, allow, deny)
			VALUES (555555555555555001, 'role', 777777777777777001, 1024, 2048)
			ON CONFLICT (channel_id, permission_type, target_id) DO UPDATE SET allow = EXCLUDED.allow`,
		],
		select:
			"SELECT id FROM discord_channel_permissions WHERE channel_id = 555555555555555001 AND deny & 2048 <> 0",
	},
];

const activityStatements: Statements[] = [
	{
		table: "discord_emojis",
		insert: [
			`INSERT INTO discord_emojis (id, guild_id, name, creator_id)
			VALUES (101010101010101001, 123456789012345678, 'blob', 987654321098765432)`,
		],
		select: "SELECT name FROM discord_emojis WHERE guild_id = 123456789012345678",
	},
	{
		table: "discord_emoji_roles",
		insert: [
			"INSERT INTO discord_emoji_roles (emoji_id, role_id) VALUES (101010101010101001, 777777777777777001)",
		],
		select: "SELECT role_id FROM discord_emoji_roles WHERE emoji_id = 101010101010101001",
	},
	{
		table: "discord_stickers",
		insert: [
			`INSERT INTO discord_stickers (id, guild_id, name, sticker_type, format_type)
			VALUES (121212121212121001, 123456789012345678, 'wave', 'guild', 'apng'), (121212121212121002, NULL, 'hi', 'standard', 'lottie')`,
		],
		select: "SELECT name FROM discord_stickers WHERE sticker_type = 'guild'",
	},
	{
		table: "discord_message_stickers",
		insert: [
			"INSERT INTO discord_message_stickers (message_id, sticker_id) VALUES (888888888888888001, 121212121212121001)",
		],
		select: "SELECT sticker_id FROM discord_message_stickers WHERE message_id = 888888888888888001",
	},
	{
		table: "discord_application_commands",
		insert: [
			`INSERT INTO discord_application_commands (id, application_id, guild_id, command_type, name, description, version)
			VALUES (131313131313131001, 141414141414141001, NULL, 'chat_input', 'ping', 'Pong', 151515151515151001)
			ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version`,
		],
		select:
			"SELECT name FROM discord_application_commands WHERE command_type = 'chat_input' AND enabled = TRUE",
	},
	{
		table: "discord_command_executions",
		insert: [
			`INSERT INTO discord_command_executions (id, application_id, command_id, interaction_type, guild_id, channel_id, user_id,
				command_name, command_type, options, executed_at, response_time_ms, error)
			VALUES (161616161616161001, 141414141414141001, 131313131313131001, 'application_command', 123456789012345678,
				555555555555555001, 987654321098765432, 'ping', 'chat_input', '{}', '2024-03-01 12:00:00', 42, TRUE)`,
			"UPDATE discord_command_executions SET responded_at = CURRENT_TIMESTAMP WHERE id = 161616161616161001",
		],
		select:
			"SELECT command_name FROM discord_command_executions WHERE error = TRUE ORDER BY executed_at DESC",
	},
	{
		table: "discord_voice_states",
		insert: [
			`INSERT INTO discord_voice_states (guild_id, channel_id, user_id, session_id, self_mute)
			VALUES (123456789012345678, 555555555555555001, 987654321098765432, 'abc', TRUE)
			ON CONFLICT (guild_id, user_id, session_id) DO UPDATE SET channel_id = EXCLUDED.channel_id`,
			"UPDATE discord_voice_states SET left_at = CURRENT_TIMESTAMP WHERE session_id = 'abc'",
		],
		select: "SELECT user_id FROM discord_voice_states WHERE left_at IS NOT NULL",
	},
	{
		table: "discord_webhooks",
		insert: [
			`INSERT INTO discord_webhooks (id, webhook_type, guild_id, channel_id, name, token, created_by_bot)
			VALUES (171717171717171001, 'incoming', 123456789012345678, 555555555555555001, 'news', 'ciphertext', TRUE)`,
			"UPDATE discord_webhooks SET deleted_at = CURRENT_TIMESTAMP WHERE id = 171717171717171001",
		],
		select: "SELECT name FROM discord_webhooks WHERE deleted_at IS NOT NULL",
	},
	{
		table: "discord_invites",
		insert: [
			`INSERT INTO discord_invites (code, guild_id, channel_id, inviter_id, max_age, max_uses, created_at, target_type)
			VALUES ('cafe', 123456789012345678, 555555555555555001, 987654321098765432, 86400, 10, '2024-03-01 12:00:00', 'stream')`,
			"UPDATE discord_invites SET uses = uses + 1, revoked_at = CURRENT_TIMESTAMP WHERE code = 'cafe'",
		],
		select: "SELECT code FROM discord_invites WHERE guild_id = 123456789012345678 AND uses = 1",
	},
	{
		table: "discord_scheduled_events",
		insert: [
			`INSERT INTO discord_scheduled_events (id, guild_id, channel_id, creator_id, name, scheduled_start_time, privacy_level, status, entity_type)
			VALUES (181818181818181001, 123456789012345678, NULL, 987654321098765432, 'Quiz', '2030-01-01 20:00:00', 2, 'scheduled', 'external')`,
		],
		select:
			"SELECT name FROM discord_scheduled_events WHERE status = 'scheduled' ORDER BY scheduled_start_time",
	},
	{
		table: "discord_event_participants",
		insert: [
			"INSERT INTO discord_event_participants (event_id, user_id) VALUES (181818181818181001, 987654321098765432)",
		],
		select:
			"SELECT user_id FROM discord_event_participants WHERE event_id = 181818181818181001 AND removed_at IS NULL",
	},
	{
		table: "discord_audit_log",
		insert: [
			`INSERT INTO discord_audit_log (guild_id, action, actor_id, target_id, reason, metadata)
			VALUES (123456789012345678, 'member_banned', 987654321098765432, 666666666666666002, 'spam', '{"days": 1}')`,
		],
		select:
			"SELECT reason FROM discord_audit_log WHERE guild_id = 123456789012345678 ORDER BY performed_at DESC",
	},
	{
		table: "discord_bot_statistics",
		insert: [
			`INSERT INTO discord_bot_statistics (total_guilds, total_channels, total_users, total_messages_today, total_commands_today, error_rate)
			VALUES (2, 3, 4, 5, 6, 1.25)`,
		],
		select: "SELECT error_rate FROM discord_bot_statistics ORDER BY recorded_at DESC",
	},
	{
		table: "discord_narrative_posts",
		insert: [
			"INSERT INTO narrative_executions (id, narrative_name) VALUES (7, 'story')",
			`INSERT INTO discord_narrative_posts (narrative_execution_id, act_number, guild_id, channel_id, content, status, scheduled_for)
			VALUES (7, 1, 123456789012345678, 555555555555555001, 'Once upon a time', 'scheduled', '2030-01-01 00:00:00')`,
		],
		select: `SELECT p.id FROM discord_narrative_posts p JOIN narrative_executions e ON e.id = p.narrative_execution_id
			WHERE p.status = 'scheduled'`,
	},
];

/**
 * What a bot written against S1 sends, table by table in an order that satisfies the foreign keys: only S1's columns, no
 * guild where S1 has none, literals without a time zone. The guild and the person 987654321098765432 come first.
 */
export const serenityStatements: Statements[] = [
	...placeStatements,
	...messageStatements,
	...activityStatements,
];
