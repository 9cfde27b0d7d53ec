import "server-only";
import { pointRows, within } from "@/lib/analytics/period/points";
import { seriesOf, standingOf, sumOf } from "@/lib/analytics/period/series";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import type { Assignee, Seconds } from "./schema";

/** How many people the table holds. */
const mostAssignees = 50;

/** Which tickets are asked for: of conversations in a channel, of whose they are now, or both; null for any. */
export type AskedTickets = { channel: string | null; assignee: string | null };

/**
 * The tickets (`t`) of a guild that are asked for. `IS TRUE` keeps a channel's conversations from being joined for each point:
 * they are read once.
 */
function ticketsOf(guild: GuildScope, { channel, assignee }: AskedTickets): Sql {
	const inChannel = sql`AND (t.conversation_id IN (SELECT c.id FROM conversations c
		WHERE c.server_id = ${guild.guildId}::bigint AND c.channel_id = ${channel}::bigint)) IS TRUE`;
	return sql`t.server_id = ${guild.guildId}::bigint
		${assignee === null ? empty : sql`AND t.assigned_to = ${assignee}::bigint`}
		${channel === null ? empty : inChannel}`;
}

type TicketMoves = { opened: number[]; resolved: number[]; backlog: number[] };

/** When a resolved ticket (`t`) was resolved, as an index has it. */
export const resolvedAt = sql`CASE WHEN t.resolved_at IS NULL THEN t.updated_at ELSE t.resolved_at END`;

/** Tickets opened and resolved at each point, and those waiting at its end; of one that is under way, now. */
export async function ticketMoves(
	guild: GuildScope,
	window: Window,
	asked: AskedTickets,
): Promise<TicketMoves> {
	const [rows, waiting] = await Promise.all([
		guild.rows<{ point: number; opened: number; resolved: number }>(sql`
			SELECT p.point::int, o.opened, r.resolved
			FROM ${pointRows(window)}
				CROSS JOIN LATERAL (SELECT count(*)::int AS opened FROM forwarded_tickets t
					WHERE ${ticketsOf(guild, asked)} AND t.forwarded_at >= p.first AND t.forwarded_at < least(p.after, now()) OFFSET 0) o
				CROSS JOIN LATERAL (SELECT count(*)::int AS resolved FROM forwarded_tickets t
					WHERE ${ticketsOf(guild, asked)} AND t.status = 'resolved'
						AND ${resolvedAt} >= p.first AND ${resolvedAt} < least(p.after, now()) OFFSET 0) r`),
		waitingAt(guild, window.to, asked),
	]);
	const points = window.edges.length - 1;
	const opened = seriesOf(rows, "opened", points);
	const resolved = seriesOf(rows, "resolved", points);
	const changes = opened.map((count, index) => count - (resolved[index] ?? 0));
	return { opened, resolved, backlog: standingOf(waiting - sumOf(changes), changes) };
}

/** The tickets that waited at a moment, if it has come: those that wait now, less what came since and with what went. */
async function waitingAt(guild: GuildScope, moment: string, asked: AskedTickets): Promise<number> {
	const count = (condition: Sql) =>
		sql`(SELECT count(*) FROM forwarded_tickets t WHERE ${ticketsOf(guild, asked)} AND ${condition})`;
	const since = sql`least(${moment}::timestamptz, now())`;
	const row = await guild.one<{ waiting: number }>(sql`
		SELECT (${count(sql`t.status IN ('pending', 'assigned')`)}
			- ${count(sql`t.forwarded_at >= ${since}`)}
			+ ${count(sql`t.status = 'resolved' AND ${resolvedAt} >= ${since}`)})::int AS waiting`);
	return row?.waiting ?? 0;
}

/** Seconds that as large a share of the resolved tickets took at most. Intervals are sorted: turning each into seconds costs more. */
const taken = (share: number) => sql`extract(epoch FROM
	percentile_disc(${share}::float8) WITHIN GROUP (ORDER BY t.resolved_at - t.forwarded_at)
		FILTER (WHERE t.status = 'resolved' AND t.resolved_at >= t.forwarded_at))::float8`;

/** How long the tickets that were opened in a window took to be resolved, as far as they are. */
export async function ticketTimes(guild: GuildScope, window: Window, asked: AskedTickets): Promise<Seconds> {
	const row = await guild.one<Seconds>(sql`
		SELECT ${taken(0.5)} AS median, ${taken(0.9)} AS p90
		FROM forwarded_tickets t
		WHERE ${ticketsOf(guild, asked)} AND ${within(window, sql`t.forwarded_at`)}`);
	return row ?? { median: null, p90: null };
}

/** Whose the tickets are that were opened in a window, and what became of them. */
export function ticketsByAssignee(
	guild: GuildScope,
	window: Window,
	asked: AskedTickets,
): Promise<Assignee[]> {
	return guild.rows<Assignee>(sql`
		SELECT ${personOf(sql`${guild.guildId}::bigint`, sql`k.assignee`)} AS person, k.tickets, k.resolved, k.median
		FROM (
			SELECT t.assigned_to AS assignee, count(*)::int AS tickets,
				count(*) FILTER (WHERE t.status = 'resolved')::int AS resolved,
				${taken(0.5)} AS median
			FROM forwarded_tickets t
			WHERE ${ticketsOf(guild, asked)} AND ${within(window, sql`t.forwarded_at`)}
				AND t.assigned_to IS NOT NULL
			GROUP BY 1 ORDER BY count(*) DESC, t.assigned_to LIMIT ${mostAssignees}) k
		ORDER BY k.tickets DESC, k.assignee`);
}
