import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import { pointOf, within } from "./points";
import type { Window } from "./schema";
import { seriesOf, standingOf, sumOf } from "./series";
import type { Assignee, Seconds } from "./support-schema";

/** How many people the table holds. */
const mostAssignees = 50;

/** Which tickets are asked for: of conversations in a channel, of whose they are now, or both; null for any. */
export type AskedTickets = { channel: string | null; assignee: string | null };

/** The tickets (`t`) of a guild that are asked for. */
function ticketsOf(guild: GuildScope, { channel, assignee }: AskedTickets): Sql {
	const inChannel = sql`AND EXISTS (SELECT FROM conversations c
		WHERE c.server_id = ${guild.guildId}::bigint AND c.id = t.conversation_id AND c.channel_id = ${channel}::bigint)`;
	return sql`t.server_id = ${guild.guildId}::bigint
		${assignee === null ? empty : sql`AND t.assigned_to = ${assignee}::bigint`}
		${channel === null ? empty : inChannel}`;
}

type TicketMoves = { opened: number[]; resolved: number[]; backlog: number[] };

/** Tickets opened and resolved at each point, and those waiting at its end; of one that is under way, now. */
export async function ticketMoves(
	guild: GuildScope,
	window: Window,
	asked: AskedTickets,
): Promise<TicketMoves> {
	const rows = await guild.rows<{ point: number; opened: number; resolved: number }>(sql`
		SELECT ${pointOf(window, sql`v.moment`)} AS point, sum(v.opened)::int AS opened, sum(v.resolved)::int AS resolved
		FROM forwarded_tickets t
			CROSS JOIN LATERAL (VALUES (t.forwarded_at, 1, 0),
				(CASE WHEN t.status = 'resolved' THEN coalesce(t.resolved_at, t.updated_at) END, 0, 1)
			) AS v (moment, opened, resolved)
		WHERE ${ticketsOf(guild, asked)} AND v.moment < least(${window.to}::timestamptz, now())
		GROUP BY 1`);
	const points = window.edges.length - 1;
	const opened = seriesOf(rows, "opened", points);
	const resolved = seriesOf(rows, "resolved", points);
	const before = sumOf(rows.filter(({ point }) => point === 0).map((row) => row.opened - row.resolved));
	const changes = opened.map((count, index) => count - (resolved[index] ?? 0));
	return { opened, resolved, backlog: standingOf(before, changes) };
}

const secondsToEnd = sql`extract(epoch FROM t.resolved_at - t.forwarded_at)::float8`;

/** How long the tickets that were opened in a window took to be resolved, as far as they are. */
export async function ticketTimes(guild: GuildScope, window: Window, asked: AskedTickets): Promise<Seconds> {
	const row = await guild.one<Seconds>(sql`
		SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ${secondsToEnd}) AS median,
			percentile_disc(0.9) WITHIN GROUP (ORDER BY ${secondsToEnd}) AS p90
		FROM forwarded_tickets t
		WHERE ${ticketsOf(guild, asked)} AND ${within(window, sql`t.forwarded_at`)}
			AND t.status = 'resolved' AND t.resolved_at >= t.forwarded_at`);
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
				percentile_disc(0.5) WITHIN GROUP (ORDER BY ${secondsToEnd})
					FILTER (WHERE t.status = 'resolved' AND t.resolved_at >= t.forwarded_at) AS median
			FROM forwarded_tickets t
			WHERE ${ticketsOf(guild, asked)} AND ${within(window, sql`t.forwarded_at`)}
				AND t.assigned_to IS NOT NULL
			GROUP BY 1 ORDER BY count(*) DESC, t.assigned_to LIMIT ${mostAssignees}) k
		ORDER BY k.tickets DESC, k.assignee`);
}
