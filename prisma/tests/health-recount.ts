import type { HealthPartName } from "@/lib/analytics/health/schema";

export type HealthFigures = Record<HealthPartName, number>;

/**
 * A statement that counts what a community's health is made of from stored rows, without any rollup.
 * @param guild its id in SQL
 * @param weeks two Mondays of UTC, the second not included
 */
export function healthRecount(guild: string, { first, end }: { first: string; end: string }): string {
	const during = (moment: string) => `${moment} >= '${first}Z' AND ${moment} < '${end}Z'`;
	const messages = `discord_messages m WHERE m.guild_id = ${guild} AND m.deleted_at IS NULL`;
	const members = `discord_guild_members j WHERE j.guild_id = ${guild}`;
	const at = (moment: string) =>
		`(SELECT count(*) FILTER (WHERE j.joined_at < ${moment}) - count(*) FILTER (WHERE j.left_at < ${moment}) FROM ${members})`;
	return `SELECT (
			SELECT avg(w.active::float8 / w.members) FROM (
				SELECT (SELECT count(DISTINCT m.author_id) FROM ${messages}
						AND m.timestamp >= monday AND m.timestamp < monday + interval '7 days') AS active,
					${at("monday + interval '7 days'")} AS members
				FROM generate_series(timestamptz '${first}Z', timestamptz '${end}Z' - interval '7 days', '7 days') monday) w
		) AS activity,
		(SELECT avg(EXISTS (SELECT FROM ${messages} AND m.author_id = j.user_id
				AND (m.timestamp AT TIME ZONE 'UTC')::date - (j.joined_at AT TIME ZONE 'UTC')::date BETWEEN 7 AND 13)::int)::float8
			FROM ${members} AND ${during("j.joined_at + interval '14 days'")}) AS retention,
		(SELECT avg((m.message_type = 'reply')::int)::float8 FROM ${messages} AND ${during("m.timestamp")}) AS replies,
		(SELECT count(*)::float8 * 1000 FROM cases c WHERE c.guild_id = ${guild} AND NOT c.is_deleted AND c.voided_at IS NULL
				AND ${during("c.created_at")})
			/ (SELECT count(*) FROM ${messages} AND ${during("m.timestamp")}) AS moderation,
		(${at(`'${end}Z'`)} - ${at(`'${first}Z'`)})::float8 / ${at(`'${first}Z'`)} * 30 / (date '${end}' - date '${first}') AS growth`;
}
