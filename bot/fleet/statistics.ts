import type { Db } from "@/bot/scope";

const record = `
INSERT INTO discord_bot_statistics (total_guilds, total_channels, total_users, total_messages_today,
	total_commands_today, average_response_time_ms, error_rate, uptime_seconds, memory_usage_mb)
SELECT g.guilds, (SELECT count(*) FROM discord_channels WHERE guild_id <> 0 AND deleted_at IS NULL), g.members,
	(SELECT coalesce(sum(messages), 0) FROM rollup_messages_hourly WHERE hour >= date_trunc('day', now(), 'UTC')),
	c.executions, c.response_ms / nullif(c.executions, 0), round(100.0 * c.errors / nullif(c.executions, 0), 2), $1, $2
FROM (
		SELECT count(*) AS guilds, coalesce(sum(member_count), 0) AS members
		FROM discord_guilds WHERE bot_active AND id <> 0
	) AS g,
	(
		SELECT coalesce(sum(executions), 0) AS executions, coalesce(sum(errors), 0) AS errors,
			coalesce(sum(response_ms), 0) AS response_ms
		FROM rollup_command_hourly WHERE hour >= date_trunc('day', now(), 'UTC')
	) AS c`;

/** Writes one row of figures about the whole bot; days are UTC's. */
export async function recordStatistics(db: Db): Promise<void> {
	const megabytes = Math.round(process.memoryUsage.rss() / 1_048_576);
	await db.rows(record, [Math.round(process.uptime()), megabytes]);
}

/** Forgets what nobody asks for any more: figures of minutes after 90 days, dead letters after 30, tombstones after 7. */
export async function forgetOld(db: Db): Promise<void> {
	await db.rows("DELETE FROM discord_bot_statistics WHERE recorded_at < now() - interval '90 days'");
	await db.rows("DELETE FROM gateway_dead_letters WHERE received_at < now() - interval '30 days'");
	await db.rows("DELETE FROM gateway_tombstones WHERE deleted_at < now() - interval '7 days'");
}
