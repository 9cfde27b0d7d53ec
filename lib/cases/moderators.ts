import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/**
 * The ids of everyone who has a case of the guild to their name, as `moderator (id)` to stand before a SELECT; its last row
 * is null. One look-up per moderator, not one per case: the index is walked from name to name.
 * @param guildId SQL of the guild's id
 */
export function withModerators(guildId: Sql): Sql {
	return sql`
		WITH RECURSIVE moderator (id) AS (
			(SELECT c.case_moderator_id FROM cases c WHERE c.guild_id = ${guildId} ORDER BY c.case_moderator_id LIMIT 1)
			UNION ALL
			SELECT (SELECT c.case_moderator_id FROM cases c WHERE c.guild_id = ${guildId} AND c.case_moderator_id > m.id
				ORDER BY c.case_moderator_id LIMIT 1)
			FROM moderator m WHERE m.id IS NOT NULL
		)`;
}
