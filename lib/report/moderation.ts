import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import type { Compared, Report } from "./schema";

type Types = NonNullable<Report["cases"]>["types"];

/** The cases opened in a period and in the one before, by type, the most frequent first; a voided one was a mistake. */
export async function casesOpened(
	guild: GuildScope,
	{ from, to, previous }: Range,
): Promise<{ opened: Compared; types: Types }> {
	const types = await guild.rows<Types[number]>(sql`
		SELECT c.case_type AS code, t.display_name AS name,
			(count(*) FILTER (WHERE c.created_at >= ${from}::timestamptz))::int AS value,
			(count(*) FILTER (WHERE c.created_at < ${from}::timestamptz))::int AS previous
		FROM cases c
			LEFT JOIN custom_case_types t ON t.guild_id = c.guild_id AND t.id = c.custom_case_type_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted AND c.voided_at IS NULL
			AND c.created_at >= ${previous.from}::timestamptz AND c.created_at < ${to}::timestamptz
		GROUP BY c.case_type, c.custom_case_type_id, t.display_name
		ORDER BY count(*) FILTER (WHERE c.created_at >= ${from}::timestamptz) DESC, c.case_type, t.display_name`);
	const sum = (key: keyof Compared) => types.reduce((total, type) => total + type[key], 0);
	return { opened: { value: sum("value"), previous: sum("previous") }, types };
}

type Moved = { opened: number; openedBefore: number; resolved: number; resolvedBefore: number };

/** The tickets that came and those that were resolved in a period and in the one before. */
export async function ticketsMoved(
	guild: GuildScope,
	{ from, to, previous }: Range,
): Promise<{ opened: Compared; resolved: Compared }> {
	const row = await guild.one<Moved>(sql`
		SELECT
			(count(*) FILTER (WHERE t.forwarded_at >= ${from}::timestamptz AND t.forwarded_at < ${to}::timestamptz))::int
				AS opened,
			(count(*) FILTER (WHERE t.forwarded_at >= ${previous.from}::timestamptz AND t.forwarded_at < ${from}::timestamptz))::int
				AS "openedBefore",
			(count(*) FILTER (WHERE e.resolved >= ${from}::timestamptz AND e.resolved < ${to}::timestamptz))::int AS resolved,
			(count(*) FILTER (WHERE e.resolved >= ${previous.from}::timestamptz AND e.resolved < ${from}::timestamptz))::int
				AS "resolvedBefore"
		FROM forwarded_tickets t
			CROSS JOIN LATERAL (
				SELECT CASE WHEN t.status = 'resolved' THEN coalesce(t.resolved_at, t.updated_at) END AS resolved) e
		WHERE t.server_id = ${guild.guildId}::bigint`);
	const { opened = 0, openedBefore = 0, resolved = 0, resolvedBefore = 0 } = row ?? {};
	return {
		opened: { value: opened, previous: openedBefore },
		resolved: { value: resolved, previous: resolvedBefore },
	};
}
