/**
 * What hangs on messages and on servers, made by the database from the rows that are there: each part for every so-many-th
 * message, by the last digits of its id.
 */
export const partStatements: readonly string[] = [
	`INSERT INTO discord_message_attachments (id, guild_id, message_id, filename, content_type, size, url, created_at)
	SELECT m.id + 1, m.guild_id, m.id, 'picture.png', CASE WHEN m.id % 4 = 0 THEN 'text/plain' ELSE 'image/png' END,
		20000 + m.id % 900000, 'https://cdn.discordapp.com/attachments/1/' || m.id || '/picture.png', m.timestamp
	FROM discord_messages m WHERE hashint8(m.id) % 17 = 0 AND m.guild_id = ANY ($1)`,
	`INSERT INTO discord_message_embeds (guild_id, message_id, title, embed_type, url, created_at)
	SELECT m.guild_id, m.id, 'A page', 'link', 'https://example.org/' || m.id % 5000, m.timestamp
	FROM discord_messages m WHERE hashint8(m.id) % 33 = 1 AND m.guild_id = ANY ($1)`,
	`INSERT INTO discord_message_mentions (guild_id, message_id, mention_type, target_id, created_at)
	SELECT m.guild_id, m.id, 'user', r.author_id, m.timestamp
	FROM discord_messages m JOIN discord_messages r ON r.guild_id = m.guild_id AND r.id = m.referenced_message_id
	WHERE hashint8(m.id) % 4 = 0 AND m.referenced_message_id IS NOT NULL AND m.guild_id = ANY ($1)`,
	`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name, reacted_at)
	SELECT m.guild_id, m.id, g.owner_id, (ARRAY['👍', '🎉', '❤️', '😂', '🌊'])[1 + abs(hashint8(m.id + e.n)) % 5],
		m.timestamp + interval '1 minute' * e.n
	FROM discord_messages m JOIN discord_guilds g ON g.id = m.guild_id CROSS JOIN generate_series(1, 2) AS e (n)
	WHERE hashint8(m.id) % 14 = e.n AND m.guild_id = ANY ($1)`,
	`INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at, updated_at, completed_at)
	SELECT e.guild_id, e.channel_id, e.user_id, 'person', jsonb_build_array(
			jsonb_build_object('role', 'user', 'content', repeat('How is this done? ', 9), 'at', e.executed_at),
			jsonb_build_object('role', 'assistant', 'content', repeat('It is done like this. ', 20),
				'at', e.executed_at + interval '1 ms' * (900 + e.hash / 160 % 60000)),
			jsonb_build_object('role', 'user', 'content', 'Thank you.', 'at', e.executed_at + interval '2 minutes')),
		o.outcome, e.executed_at, e.executed_at, CASE WHEN o.outcome = 'completed' THEN e.executed_at + interval '9 minutes' END
	FROM (SELECT *, abs(hashint8(id)) AS hash FROM discord_command_executions) e
		CROSS JOIN LATERAL (SELECT (ARRAY['completed', 'completed', 'forwarded', 'active'])[1 + e.hash / 40 % 4]) AS o (outcome)
	WHERE e.hash % 40 = 0 AND e.guild_id = ANY ($1)`,
	`INSERT INTO discord_application_commands (id, application_id, guild_id, command_type, name, version)
	SELECT app.snowflake_at(g.created_at, n.ordinality), 900000000000000001, g.id, 'chat_input', n.name, 1
	FROM discord_guilds g CROSS JOIN unnest(ARRAY['rank', 'help', 'warn', 'play', 'poll']) WITH ORDINALITY AS n (name)
	WHERE g.id = ANY ($1)`,
	`UPDATE discord_guilds g SET case_count = c.highest
	FROM (SELECT guild_id, max(case_number) AS highest FROM cases GROUP BY 1) AS c
	WHERE c.guild_id = g.id AND g.id = ANY ($1)`,
];

/** What needs the rows of the others: tickets are given to those who moderate. */
export const laterStatements: readonly string[] = [
	`INSERT INTO forwarded_tickets (conversation_id, server_id, assigned_to, forwarded_at, status, resolved_at, updated_at)
	SELECT c.id, c.server_id, h.helpers[1 + abs(hashtext(c.id::text) % cardinality(h.helpers))], c.created_at + interval '9 minutes',
		s.status, CASE WHEN s.status = 'resolved' THEN c.created_at + interval '5 hours' END, c.created_at + interval '5 hours'
	FROM conversations c
		LEFT JOIN (SELECT guild_id, array_agg(DISTINCT case_moderator_id) AS helpers FROM cases GROUP BY 1) h ON h.guild_id = c.server_id
		CROSS JOIN LATERAL (SELECT CASE WHEN c.created_at > now() - interval '9 days' THEN 'pending' ELSE 'resolved' END) AS s (status)
	WHERE c.status = 'forwarded' AND c.server_id = ANY ($1)`,
];
