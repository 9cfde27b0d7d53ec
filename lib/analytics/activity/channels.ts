import "server-only";
import { readBoth } from "@/lib/analytics/period/both";
import { type Course, courseOf } from "@/lib/analytics/period/course";
import { pointOfDay, withinDays } from "@/lib/analytics/period/points";
import { seriesOf } from "@/lib/analytics/period/series";
import type { Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { withinChannel } from "@/lib/channels/within";
import { type Sql, sql } from "@/lib/db/sql";
import { rankedChannels } from "./ranked-channels";
import type { ActivityChannel, SilentChannel } from "./schema";

/** How many silent channels are named: those with the longest silence. */
const mostSilent = 50;

/** The channels with the most messages, by days of UTC. */
export async function busiestChannels(guild: GuildScope, period: Period): Promise<ActivityChannel[]> {
	const channels = await rankedChannels(guild, period, "messages");
	return channels.map(({ value, ...channel }) => ({ ...channel, messages: value }));
}

/**
 * Channels for writing, forums among them, without a message in the period, in them or in their threads, and the day of
 * the last one ever: how many there are, and those with the longest silence.
 */
export async function silentChannels(
	guild: GuildScope,
	{ current }: Period,
): Promise<{ silentCount: number; silentChannels: SilentChannel[] }> {
	const guildId = sql`${guild.guildId}::bigint`;
	// Asked for each channel, which ends at the first day found: as EXISTS it would be joined with all days of the period.
	const heard = (channel: Sql) => sql`(SELECT true FROM rollup_channel_daily r
		WHERE r.guild_id = ${guildId} AND r.channel_id = ${channel} AND r.messages > 0
			AND ${withinDays(current, sql`r.day`)} LIMIT 1)`;
	const rows = await guild.rows<SilentChannel & { count: number }>(sql`
		WITH silent AS MATERIALIZED (
			SELECT c.id, c.name, c.channel_type, c.position
			FROM discord_channels c
			WHERE c.guild_id = ${guildId} AND c.deleted_at IS NULL
				AND c.channel_type IN ('guild_text', 'guild_announcement', 'guild_forum', 'guild_media')
				AND coalesce(${heard(sql`c.id`)}, (
					SELECT true FROM discord_channels t
					WHERE t.guild_id = ${guildId} AND t.parent_id = c.id AND ${heard(sql`t.id`)} LIMIT 1)) IS NULL
				AND app.snowflake_time(c.id) < ${current.to}::timestamptz
		)
		SELECT c.id, coalesce(c.name, c.id::text) AS name, c.channel_type AS type, last.day::text AS "lastDay",
			(count(*) OVER ())::int AS count
		FROM silent c CROSS JOIN LATERAL (
			SELECT max(d.day) AS day
			FROM (
				SELECT c.id
				UNION ALL
				SELECT t.id FROM discord_channels t WHERE t.guild_id = ${guildId} AND t.parent_id = c.id
			) place CROSS JOIN LATERAL (
				SELECT r.day FROM rollup_channel_daily r
				WHERE r.guild_id = ${guildId} AND r.channel_id = place.id AND r.messages > 0
				ORDER BY r.day DESC LIMIT 1) d
		) last
		ORDER BY last.day NULLS FIRST, c.position, c.id
		LIMIT ${mostSilent}`);
	return {
		silentCount: rows[0]?.count ?? 0,
		silentChannels: rows.map(({ count: _, ...channel }) => channel),
	};
}

/** Messages of one channel, or of a forum's posts, by days of UTC. */
export async function messagesOfChannel(
	guild: GuildScope,
	period: Period,
	channelId: string,
): Promise<Course> {
	const rows = await readBoth(period, async (window) =>
		seriesOf(
			await guild.rows<{ point: number; messages: number }>(sql`
				SELECT ${pointOfDay(window, sql`r.day`)} AS point, sum(r.messages)::int AS messages
				FROM rollup_channel_daily r
				WHERE r.guild_id = ${guild.guildId}::bigint AND ${withinChannel(sql`r.channel_id`, channelId)}
					AND ${withinDays(window, sql`r.day`)}
				GROUP BY 1`),
			"messages",
			window.days.length - 1,
		),
	);
	return courseOf(rows.current, rows.comparison);
}
