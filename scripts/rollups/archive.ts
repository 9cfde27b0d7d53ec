import type pg from "pg";
import type { Archivable } from "./recounts";

/** Of what is archived by months: its table, and two counts of it that are kept apart from each other. */
const archivable: Record<
	Archivable,
	{ parent: string; moment: string; figure: string; hourly: string; monthly: string }
> = {
	messages: {
		...{ parent: "discord_messages", moment: "timestamp", figure: "messages" },
		...{ hourly: "rollup_messages_hourly", monthly: "rollup_channel_monthly" },
	},
	executions: {
		...{ parent: "discord_command_executions", moment: "executed_at", figure: "executions" },
		...{ hourly: "rollup_executions_hourly", monthly: "rollup_command_monthly" },
	},
};

/**
 * The guild's ($1) last month that is in the figures, but has neither a partition nor a row that is elsewhere. Both counts
 * of an archived month agree: where they do not, the figures are wrong.
 */
const lastArchivedMonth = ({ parent, moment, figure, hourly, monthly }: (typeof archivable)[Archivable]) => `
	SELECT max(k.month) + interval '1 month' - interval '1 day'
	FROM (
		SELECT date_trunc('month', hour AT TIME ZONE 'UTC') AS month, sum(${figure}) AS figure FROM ${hourly}
		WHERE guild_id = $1 GROUP BY 1 HAVING sum(${figure}) > 0) k
	WHERE k.figure = (SELECT sum(r.${figure}) FROM ${monthly} r WHERE r.guild_id = $1 AND r.month = k.month::date)
		AND NOT EXISTS (
			SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
			WHERE i.inhparent = '${parent}'::regclass AND c.relname = '${parent}' || to_char(k.month, '"_y"YYYY"m"MM'))
		AND NOT EXISTS (
			SELECT FROM ${parent} m WHERE m.guild_id = $1 AND m.${moment} >= k.month AT TIME ZONE 'UTC'
				AND m.${moment} < (k.month + interval '1 month') AT TIME ZONE 'UTC')`;

/** The last day of what a guild has archived; null where it has nothing archived. */
export type ArchivedUntil = Record<Archivable, string | null>;

/**
 * Up to where the guild's months are archived, whose partitions are detached: their rows are no longer here, and their
 * figures stay.
 */
export async function archivedUntil(owner: pg.ClientBase, guildId: string): Promise<ArchivedUntil> {
	const { rows } = await owner.query<ArchivedUntil>(
		`SELECT (${lastArchivedMonth(archivable.messages)})::date::text AS messages,
			(${lastArchivedMonth(archivable.executions)})::date::text AS executions`,
		[guildId],
	);
	return rows[0] ?? { messages: null, executions: null };
}
