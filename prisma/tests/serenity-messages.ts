import type { Statements } from "./serenity";

/** The part of `serenityStatements` about messages and what hangs on them. */
export const messageStatements: Statements[] = [
	{
		table: "discord_messages",
		insert: [
			`INSERT INTO discord_messages (id, channel_id, guild_id, author_id, content, message_type, timestamp, nonce)
			VALUES (888888888888888001, 555555555555555001, 123456789012345678, 666666666666666002, 'hello', 'regular', '2024-03-01 12:00:00', 'n')
			ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content, edited_timestamp = CURRENT_TIMESTAMP`,
			`INSERT INTO discord_messages (id, channel_id, guild_id, author_id, content, timestamp)
			VALUES (888888888888888002, 555555555555555003, NULL, 666666666666666002, 'a direct message', '2024-03-01 12:00:01')`,
		],
		select:
			"SELECT content FROM discord_messages WHERE processed = FALSE AND author_id = 666666666666666002 ORDER BY timestamp DESC",
		rows: 2,
	},
	{
		table: "discord_message_mentions",
		insert: [
			"INSERT INTO discord_message_mentions (message_id, mention_type, target_id) VALUES (888888888888888001, 'user', 987654321098765432)",
		],
		select:
			"SELECT message_id FROM discord_message_mentions WHERE mention_type = 'user' AND target_id = 987654321098765432",
	},
	{
		table: "discord_message_attachments",
		insert: [
			`INSERT INTO discord_message_attachments (id, message_id, filename, content_type, size, url, proxy_url, duration_secs)
			VALUES (999999999999999001, 888888888888888001, 'cat.png', 'image/png', 1024, 'https://cdn.example/cat.png', 'https://proxy.example/cat.png', 1.5)`,
		],
		select: "SELECT filename FROM discord_message_attachments WHERE message_id = 888888888888888001",
	},
	{
		table: "discord_message_embeds",
		insert: [
			`INSERT INTO discord_message_embeds (id, message_id, title, embed_type, color, footer_text, timestamp)
			VALUES (4194305, 888888888888888001, 'Title', 'rich', 3447003, 'foot', '2024-03-01 12:00:00')`,
		],
		select: "SELECT title FROM discord_message_embeds WHERE message_id = 888888888888888001",
	},
	{
		table: "discord_embed_fields",
		insert: [
			"INSERT INTO discord_embed_fields (embed_id, name, value, inline, position) VALUES (4194305, 'a', 'b', TRUE, 0)",
		],
		select: "SELECT name FROM discord_embed_fields WHERE embed_id = 4194305 ORDER BY position",
	},
	{
		table: "discord_message_reactions",
		insert: [
			`INSERT INTO discord_message_reactions (message_id, user_id, emoji_id, emoji_name)
			VALUES (888888888888888001, 987654321098765432, NULL, '👍'), (888888888888888001, 987654321098765432, 101010101010101001, 'blob')
			ON CONFLICT (message_id, user_id, emoji_name, emoji_id) DO NOTHING`,
			`INSERT INTO discord_message_reactions (message_id, user_id, emoji_id, emoji_name)
			VALUES (888888888888888001, 987654321098765432, NULL, '👍')
			ON CONFLICT (message_id, user_id, emoji_name, emoji_id) DO NOTHING`,
		],
		select: "SELECT emoji_name FROM discord_message_reactions WHERE message_id = 888888888888888001",
		rows: 2,
	},
	{
		table: "discord_message_components",
		insert: [
			`INSERT INTO discord_message_components (message_id, component_type, custom_id, button_style, label, options)
			VALUES (888888888888888001, 'button', 'yes', 'primary', 'Yes', '[]')`,
		],
		select: "SELECT label FROM discord_message_components WHERE custom_id = 'yes'",
	},
];
