import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";

/** What a case (`c`) is now, as one of `caseStatuses`. The bot closes what has expired, at or after that moment. */
export const statusColumn = sql`CASE
	WHEN c.voided_at IS NOT NULL THEN 'voided'
	WHEN c.case_expires_at <= now() AND (c.case_status OR c.resolved_at IS NULL OR c.resolved_at >= c.case_expires_at)
		THEN 'expired'
	WHEN c.case_status THEN 'open'
	ELSE 'closed'
END`;

/** Whether a case (`c`) is in force and runs out within seven days. */
export const isExpiring = sql`c.case_status AND c.case_expires_at >= now()
	AND c.case_expires_at < now() + interval '7 days'`;

/** Whether an appeal (`a`) waits for a decision. */
export const isWaiting = sql`a.status = 'pending' AND NOT a.is_deleted`;

/** The type of a case (`c`) with the server's own type (`t`) joined to it. */
export const typeColumn = sql`json_build_object('code', c.case_type, 'custom',
	CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id::text, 'name', t.display_name, 'severity', t.severity_level) END)`;

export const joinType = sql`LEFT JOIN custom_case_types t ON t.guild_id = c.guild_id AND t.id = c.custom_case_type_id`;

/** The columns of `caseListItem`; the guild's id as a bound value. */
export const listColumns = (guildId: Sql) => sql`
	c.case_number AS "caseNumber", ${typeColumn} AS type, ${personOf(guildId, sql`c.case_user_id`)} AS member,
	${personOf(guildId, sql`c.case_moderator_id`)} AS moderator, c.case_reason AS reason,
	${statusColumn} AS status, c.created_at AS "createdAt", c.case_expires_at AS "expiresAt",
	json_build_object('state', c.order_state, 'error', c.order_error) AS "order"`;
