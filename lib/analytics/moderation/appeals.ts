import "server-only";
import { within } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import type { Narrowed } from "./narrowed-cases";
import type { Appeals } from "./schema";

export const noAppeals: Appeals = { pending: 0, accepted: 0, denied: 0, withdrawn: 0 };

type AppealRow = { moderator: string | null; status: keyof Appeals; appeals: number };

/** Appeals against the cases opened in a window, by what became of them: of all, and of each moderator's by id. */
export async function appealsAgainst(
	guild: GuildScope,
	window: Window,
	narrowed: Narrowed,
): Promise<{ all: Appeals; byModerator: Map<string, Appeals> }> {
	const rows = await guild.rows<AppealRow>(sql`
		SELECT c.case_moderator_id AS moderator, a.status, count(*)::int AS appeals
		FROM case_appeals a JOIN cases c ON c.guild_id = a.guild_id AND c.case_id = a.case_id
		WHERE a.guild_id = ${guild.guildId}::bigint AND c.guild_id = ${guild.guildId}::bigint
			AND NOT a.is_deleted AND NOT c.is_deleted AND ${within(window, sql`c.created_at`)}
			${andOfCase(narrowed)}
		GROUP BY GROUPING SETS ((a.status), (c.case_moderator_id, a.status))`);
	const all = { ...noAppeals };
	const byModerator = new Map<string, Appeals>();
	for (const { moderator, status, appeals } of rows) {
		if (moderator === null) all[status] = appeals;
		else byModerator.set(moderator, { ...(byModerator.get(moderator) ?? noAppeals), [status]: appeals });
	}
	return { all, byModerator };
}

function andOfCase({ moderator, type }: Narrowed): Sql {
	return sql`${moderator === null ? empty : sql`AND c.case_moderator_id = ${moderator}::bigint`}
		${type === null ? empty : sql`AND coalesce(c.case_type, 'custom:' || c.custom_case_type_id) = ${type}`}`;
}
