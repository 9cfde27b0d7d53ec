import type { Part } from "./part";
import type { Recount } from "./recount";

/** Cases with what became of them, and how many were opened: by day and type, by month and moderator. */
export function recountsOfCases(part: Part): Recount[] {
	return [facts(part), days(part), months(part.months)];
}

/** When a case is closed or its time runs out, which somebody may say was before it was written down. */
const over = `least(c.case_expires_at,
	CASE WHEN NOT c.case_status THEN coalesce(c.resolved_at, c.voided_at, c.updated_at) END)`;

/** When it ceases to be open: no case does before it was opened. */
const ended = `CASE WHEN ${over} < c.created_at THEN c.created_at ELSE ${over} END`;

const ordersOf = (alias: string) =>
	`SELECT FROM discord_orders o WHERE o.guild_id = ${alias}.guild_id AND o.case_id = ${alias}.case_id`;

/** Not the order that ends a temporary ban. */
const own = (alias: string) => `(o.kind = 'unban') = (${alias}.case_type = 'UNBAN')`;

/** Whether Discord did none of what a case says: its own orders failed, and its log tells of nothing. */
const refused = (alias: string) => `(${alias}.order_state = 'failed' AND ${alias}.audit_log_entry_id IS NULL
	AND NOT EXISTS (${ordersOf(alias)} AND ${own(alias)} AND o.state = 'done')
	AND (EXISTS (${ordersOf(alias)} AND ${own(alias)}) OR NOT EXISTS (${ordersOf(alias)})))`;

/** A measure, or a lifting, that took place and was no mistake. */
const stands = (alias: string) => `${alias}.voided_at IS NULL AND NOT ${refused(alias)}`;

/** Pairs of what can be lifted and what lifts it. */
const lifting = `(VALUES ('BAN', 'UNBAN'), ('HACKBAN', 'UNBAN'), ('TEMPBAN', 'UNBAN'), ('TIMEOUT', 'UNTIMEOUT'),
	('JAIL', 'UNJAIL')) AS p (type, lifter)`;

/** Whether somebody lifted a case: some lifting of its kind finds it as the member's newest, before its time has run out. */
const lifted = `(${stands("c")} AND EXISTS (
	SELECT FROM ${lifting} JOIN cases l ON l.case_type = p.lifter
	WHERE p.type = c.case_type AND l.guild_id = c.guild_id AND l.case_user_id = c.case_user_id
		AND NOT l.is_deleted AND ${stands("l")} AND l.created_at > c.created_at
		AND (c.case_expires_at IS NULL OR l.created_at < c.case_expires_at)
		AND c.case_id = (
			SELECT n.case_id FROM cases n JOIN ${lifting} ON p.type = n.case_type
			WHERE p.lifter = l.case_type AND n.guild_id = c.guild_id AND n.case_user_id = c.case_user_id
				AND NOT n.is_deleted AND ${stands("n")} AND n.created_at < l.created_at
			ORDER BY n.created_at DESC, n.case_id DESC LIMIT 1)))`;

const type = "coalesce(c.case_type, 'custom:' || c.custom_case_type_id)";

const source = `CASE c.case_metadata ->> 'source' WHEN 'dashboard' THEN 'dashboard' WHEN 'audit_log' THEN 'discord'
	ELSE CASE WHEN c.case_metadata ->> 'source' IS NULL THEN 'command' ELSE 'automatic' END END`;

const measures = (alias: string) =>
	`${alias}.voided_at IS NULL AND ${alias}.case_type IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL') IS NOT TRUE`;

/** When the measure against the member before a case was opened, if that is one itself. */
const earlier = `CASE WHEN ${measures("c")} THEN (
	SELECT max(n.created_at) FROM cases n
	WHERE n.guild_id = c.guild_id AND n.case_user_id = c.case_user_id AND NOT n.is_deleted AND ${measures("n")}
		AND (n.created_at, n.case_id) < (c.created_at, c.case_id)) END`;

const casesOf = (part: Part) =>
	`FROM cases c WHERE NOT c.is_deleted AND ${part.guild("c.guild_id")} AND ${part.moment("c.created_at")}`;

const facts = (part: Part): Recount => ({
	rollup: "rollup_cases",
	key: ["guild_id", "case_id"],
	figures: [
		...["created_at", "ended_at", "seconds", "moderator_id", "user_id", "voided", "lifted"],
		...["type", "source", "earlier_at"],
	],
	kept: `SELECT guild_id, case_id, created_at, ended_at, seconds, moderator_id, user_id, voided, lifted, type, source,
			earlier_at
		FROM rollup_cases WHERE ${part.guild("guild_id")} AND ${part.moment("created_at")}`,
	counted: `SELECT c.guild_id, c.case_id, c.created_at, ${ended},
			CASE WHEN ${stands("c")} AND ${over} >= c.created_at AND isfinite(${over})
				AND coalesce(c.case_type, '') NOT IN ('KICK', 'UNBAN', 'UNTIMEOUT', 'UNJAIL')
				THEN extract(epoch FROM ${over} - c.created_at)::float8 END,
			c.case_moderator_id, c.case_user_id, c.voided_at IS NOT NULL, ${lifted}, ${type}, ${source},
			${earlier}
		${casesOf(part)}`,
});

const days = (part: Part): Recount => ({
	rollup: "rollup_cases_daily",
	key: ["guild_id", "day", "type"],
	figures: ["cases"],
	kept: `SELECT guild_id, day, type, cases FROM rollup_cases_daily
		WHERE cases <> 0 AND ${part.guild("guild_id")} AND ${part.day("day")}`,
	counted: `SELECT c.guild_id, (c.created_at AT TIME ZONE 'UTC')::date, ${type}, count(*)
		${casesOf(part)} AND c.voided_at IS NULL GROUP BY 1, 2, 3`,
});

const months = (part: Part): Recount => ({
	rollup: "rollup_cases_monthly",
	key: ["guild_id", "month", "moderator_id", "type", "source"],
	figures: ["cases", "voided", "lifted"],
	kept: `SELECT guild_id, month, moderator_id, type, source, cases, voided, lifted FROM rollup_cases_monthly
		WHERE (cases <> 0 OR voided <> 0 OR lifted <> 0) AND ${part.guild("guild_id")} AND ${part.day("month")}`,
	counted: `SELECT c.guild_id, date_trunc('month', c.created_at AT TIME ZONE 'UTC')::date, c.case_moderator_id, ${type},
			${source}, count(*) FILTER (WHERE c.voided_at IS NULL), count(c.voided_at), count(*) FILTER (WHERE ${lifted})
		${casesOf(part)} GROUP BY 1, 2, 3, 4, 5`,
});

/** How the open cases change, by hours and days that reach as far into the future as the last case that runs out. */
export function recountsOfOpenCases({ guild }: Pick<Part, "guild">): Recount[] {
	const changes = (rollup: string, time: string, unit: string): Recount => ({
		rollup,
		key: ["guild_id", time],
		figures: ["change"],
		kept: `SELECT guild_id, ${time}, change FROM ${rollup} WHERE change <> 0 AND ${guild("guild_id")}`,
		counted: `SELECT c.guild_id, ${unit}, sum(v.change)
			FROM cases c CROSS JOIN LATERAL (VALUES (c.created_at, 1), (${ended}, -1)) AS v (moment, change)
			WHERE NOT c.is_deleted AND v.moment IS NOT NULL AND ${guild("c.guild_id")}
			GROUP BY 1, 2 HAVING sum(v.change) <> 0`,
	});
	return [
		changes("rollup_open_cases_hourly", "hour", "date_trunc('hour', v.moment, 'UTC')"),
		changes("rollup_open_cases_daily", "day", "(v.moment AT TIME ZONE 'UTC')::date"),
	];
}
