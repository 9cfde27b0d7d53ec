import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";

type Helper = { id: string; name: string };

/** Everybody to whom a ticket is assigned, by name. One look-up for each, not one for each ticket: the index is walked from one to the next. */
export async function everyAssignee(guild: GuildScope): Promise<Helper[]> {
	const id = sql`${guild.guildId}::bigint`;
	const next = sql`SELECT t.assigned_to FROM forwarded_tickets t WHERE t.server_id = ${id} AND t.assigned_to`;
	const rows = await guild.rows<{ person: Helper }>(sql`
		WITH RECURSIVE assignee (id) AS (
			(${next} IS NOT NULL ORDER BY t.assigned_to LIMIT 1)
			UNION ALL
			SELECT (${next} > a.id ORDER BY t.assigned_to LIMIT 1) FROM assignee a WHERE a.id IS NOT NULL
		)
		SELECT p.person FROM (
			SELECT ${personOf(id, sql`a.id`)} AS person FROM assignee a WHERE a.id IS NOT NULL
		) p ORDER BY p.person ->> 'name'`);
	return rows.map(({ person }) => person);
}
