import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, standing } from "./days";
import type { Course } from "./schema";
import { dayNumber, dayOf } from "./server-days";

type BacklogRow = DayRow<"change"> & { kind: "cases" | "tickets" };

/**
 * Cases and tickets that were open at the end of each of the server's days; today, until now. A case whose time has run
 * out is no longer open, as in the list of cases. Both tables are small beside messages: one
 * pass over the guild's rows. Nothing below level 2, where the rows do not exist.
 */
export async function openAtDayEnd(
	guild: GuildScope,
	range: Range,
	timeZone: string,
): Promise<{ cases: Course; tickets: Course }> {
	const rows = await guild.rows<BacklogRow>(sql`
		SELECT d.kind, ${dayOf(range, sql`d.number`)} AS day, d.change
		FROM (
			SELECT i.kind, ${dayNumber(range, timeZone, sql`v.moment`)} AS number, sum(v.change)::int AS change
			FROM (
				SELECT 'cases' AS kind, c.created_at AS opened,
					least(c.case_expires_at,
						CASE WHEN NOT c.case_status THEN coalesce(c.resolved_at, c.voided_at, c.updated_at) END) AS closed
				FROM cases c
				WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted
				UNION ALL
				SELECT 'tickets', t.forwarded_at,
					CASE WHEN t.status = 'resolved' THEN coalesce(t.resolved_at, t.updated_at) END
				FROM forwarded_tickets t
				WHERE t.server_id = ${guild.guildId}::bigint) i
				CROSS JOIN LATERAL (VALUES (i.opened, 1), (i.closed, -1)) AS v (moment, change)
			WHERE v.moment < least(${range.to}::timestamptz, now())
			GROUP BY 1, 2) d`);
	const of = (kind: BacklogRow["kind"]) =>
		standing(
			range,
			rows.filter((row) => row.kind === kind),
		);
	return { cases: of("cases"), tickets: of("tickets") };
}
