import type pg from "pg";

/** People with the ids from 5000001 on, who write in channels 6000001 to 6000003 of the first guild, 6000011 … of the second. */
export const PEOPLE = 12;

/** A whole number below `count`. */
export type Pick = (count: number) => number;

/** What a worker does; each step touches several rows of one table, chosen by `pick`. */
export function workerSteps(bot: pg.Pool, guilds: readonly string[]): ((pick: Pick) => Promise<unknown>)[] {
	const place = (pick: Pick): [string | undefined, number] => {
		const index = pick(2);
		return [guilds[index], 6000001 + index * 10 + pick(3)];
	};
	return [
		(pick) =>
			bot.query(
				`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, content, timestamp, message_type)
			SELECT app.snowflake_at(t.at) + n, $1, $2, 5000001 + (n * $3) % $4, 'm', t.at,
				CASE n % 3 WHEN 0 THEN 'reply' ELSE 'regular' END
			FROM generate_series($5::int, $5::int + 40) n, LATERAL (SELECT now() - n * interval '97 minutes' AS at) t
			ON CONFLICT (guild_id, id) DO UPDATE SET message_type = 'reply', content = excluded.content`,
				[...place(pick), 1 + pick(7), PEOPLE, pick(300)],
			),
		(pick) => bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 11 = $1", [pick(11)]),
		(pick) => bot.query("UPDATE discord_messages SET deleted_at = NULL WHERE id % 13 = $1", [pick(13)]),
		(pick) => bot.query("DELETE FROM discord_messages WHERE id % 17 = $1", [pick(17)]),
		(pick) =>
			bot.query("UPDATE discord_messages SET timestamp = timestamp + interval '5 hours' WHERE id % 19 = $1", [
				pick(19),
			]),
		(pick) =>
			bot.query(
				`INSERT INTO discord_command_executions (id, guild_id, channel_id, user_id, application_id, interaction_type,
				command_name, executed_at, response_time_ms, error)
			SELECT app.new_snowflake(), $1, nullif(6000000 + n % 4, 6000000), 5000001, 5000001, (ARRAY['application_command', 'message_component'])[1 + n % 2],
				(ARRAY['ban', 'kick', NULL])[1 + n % 3], now() - n * interval '53 minutes', nullif(n * $2, 0), n % 4 = 0
			FROM generate_series(0, 30) n`,
				[guilds[pick(2)], pick(200)],
			),
		(pick) =>
			bot.query(
				"UPDATE discord_command_executions SET error = NOT error, response_time_ms = response_time_ms + 9 WHERE id % 5 = $1",
				[pick(5)],
			),
		(pick) =>
			bot.query("UPDATE discord_command_executions SET channel_id = 6000003 WHERE id % 7 = $1", [pick(7)]),
		(pick) => bot.query("DELETE FROM discord_command_executions WHERE id % 7 = $1", [pick(7)]),
		(pick) =>
			bot.query(
				`INSERT INTO discord_guild_members (guild_id, user_id, joined_at)
			SELECT $1, 5000000 + n, now() - n * interval '1 day' FROM generate_series(1, $2) n
			ON CONFLICT (guild_id, user_id) DO UPDATE SET joined_at = now(), left_at = NULL`,
				[guilds[pick(2)], 1 + pick(PEOPLE)],
			),
		(pick) => bot.query("UPDATE discord_guild_members SET left_at = now() WHERE user_id % 5 = $1", [pick(5)]),
		(pick) => bot.query("DELETE FROM discord_guild_members WHERE user_id % 13 = $1", [pick(13)]),
		(pick) =>
			bot.query(
				`INSERT INTO discord_voice_states (guild_id, channel_id, user_id, session_id, joined_at, left_at)
			SELECT $1, $2, 5000001 + n % $4, gen_random_uuid()::text, now() - n * interval '9 hours',
				CASE WHEN n % 3 > 0 THEN now() - n * interval '9 hours' + $3 * interval '31 minutes' END
			FROM generate_series(1, 9) n`,
				[...place(pick), pick(90), PEOPLE],
			),
		(pick) =>
			bot.query(
				"UPDATE discord_voice_states SET left_at = joined_at + interval '1 hour' WHERE left_at IS NULL AND guild_id = $1",
				[guilds[pick(2)]],
			),
		() => bot.query("DELETE FROM discord_voice_states WHERE left_at - joined_at > interval '40 hours'"),
		(pick) =>
			bot.query(
				"UPDATE discord_guild_members SET joined_at = now() - $1 * interval '1 day' WHERE user_id % 3 = $2",
				[pick(20), pick(3)],
			),
		(pick) =>
			bot.query(
				`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name)
			SELECT guild_id, id, 5000001 + $2, (ARRAY['🎉', '👍'])[1 + id % 2] FROM discord_messages WHERE id % 5 = $1
			ON CONFLICT DO NOTHING`,
				[pick(5), pick(PEOPLE)],
			),
		(pick) =>
			bot.query("DELETE FROM discord_message_reactions WHERE message_id % 7 = $1 AND user_id % 2 = $2", [
				pick(7),
				pick(2),
			]),
		(pick) =>
			bot.query(
				`INSERT INTO discord_message_reaction_counts (guild_id, message_id, emoji_key, emoji_name, count)
			SELECT guild_id, id, '🎉', '🎉', $2 FROM discord_messages WHERE id % 6 = $1
			ON CONFLICT (guild_id, message_id, emoji_key) DO UPDATE SET count = excluded.count`,
				[pick(6), 1 + pick(9)],
			),
		(pick) => bot.query("DELETE FROM discord_message_reaction_counts WHERE message_id % 9 = $1", [pick(9)]),
	];
}

/** Mulberry32: the same steps on every machine. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
