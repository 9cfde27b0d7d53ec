import type pg from "pg";

const partitioned = [
	{ parent: "discord_messages", moment: "timestamp", rollup: "rollup_messages_hourly", figure: "messages" },
	{
		parent: "discord_command_executions",
		moment: "executed_at",
		rollup: "rollup_executions_hourly",
		figure: "executions",
	},
] as const;

/** Months of the guild ($1) that are in the figures, but have neither a partition nor a row that is elsewhere. */
const archivedMonths = partitioned
	.map(
		({ parent, moment, rollup, figure }) => `
		SELECT k.month FROM (
			SELECT DISTINCT date_trunc('month', hour AT TIME ZONE 'UTC') AS month FROM ${rollup}
			WHERE guild_id = $1 AND ${figure} > 0) k
		WHERE NOT EXISTS (
				SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
				WHERE i.inhparent = '${parent}'::regclass AND c.relname = '${parent}' || to_char(k.month, '"_y"YYYY"m"MM'))
			AND NOT EXISTS (
				SELECT FROM ${parent} m WHERE m.guild_id = $1 AND m.${moment} >= k.month AT TIME ZONE 'UTC'
					AND m.${moment} < (k.month + interval '1 month') AT TIME ZONE 'UTC')`,
	)
	.join(" UNION ALL ");

/**
 * The last day of the guild's archived months, whose partitions are detached: their rows are no longer here, and their
 * figures stay. Null where nothing is archived.
 */
export async function archivedUntil(owner: pg.ClientBase, guildId: string): Promise<string | null> {
	const { rows } = await owner.query<{ last: string | null }>(
		`SELECT (max(a.month) + interval '1 month' - interval '1 day')::date::text AS last FROM (${archivedMonths}) a`,
		[guildId],
	);
	return rows[0]?.last ?? null;
}
