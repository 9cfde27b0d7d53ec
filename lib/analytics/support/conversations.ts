import "server-only";
import { pointRows } from "@/lib/analytics/period/points";
import { seriesOf } from "@/lib/analytics/period/series";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import type { Seconds } from "./schema";

const outcomes = ["completed", "forwarded", "active"] as const;

export type Conversations = Record<"begun" | (typeof outcomes)[number], number[]> & {
	/** How long they waited for their first answer, at each point and over all of them. */
	answersByPoint: Seconds[];
	answers: Seconds;
};

type Row = { point: number; median: number | null; p90: number | null } & Record<
	"begun" | (typeof outcomes)[number],
	number
>;

const noAnswers: Seconds = { median: null, p90: null };

/** Conversations that began at each point, what has become of them by now, and when they were first answered. */
export async function conversationsBegun(
	guild: GuildScope,
	window: Window,
	channel: string | null,
): Promise<Conversations> {
	const [rows, answers] = await Promise.all([
		pointsOf(guild, window, channel),
		guild.one<Seconds>(sql`
			SELECT ${waits} FROM ${begunIn(guild, channel, sql`${window.from}::timestamptz`, sql`${window.to}::timestamptz`)}`),
	]);
	const points = window.edges.length - 1;
	const answersByPoint = Array.from({ length: points }, () => noAnswers);
	for (const { point, median, p90 } of rows) answersByPoint[point - 1] = { median, p90 };
	return {
		begun: seriesOf(rows, "begun", points),
		completed: seriesOf(rows, "completed", points),
		forwarded: seriesOf(rows, "forwarded", points),
		active: seriesOf(rows, "active", points),
		answersByPoint,
		answers: answers ?? noAnswers,
	};
}

function pointsOf(guild: GuildScope, window: Window, channel: string | null): Promise<Row[]> {
	return guild.rows<Row>(sql`
		SELECT p.point::int, b.*
		FROM ${pointRows(window)} CROSS JOIN LATERAL (
			SELECT count(*)::int AS begun,
				count(*) FILTER (WHERE c.status = 'completed')::int AS completed,
				count(*) FILTER (WHERE c.status = 'forwarded')::int AS forwarded,
				count(*) FILTER (WHERE c.status = 'active')::int AS active, ${waits}
			FROM ${begunIn(guild, channel, sql`p.first`, sql`p.after`)} OFFSET 0) b
		WHERE b.begun > 0`);
}

/** Seconds. */
const waits = sql`
	percentile_disc(0.5) WITHIN GROUP (ORDER BY c.first_answer_ms) / 1000.0::float8 AS median,
	percentile_disc(0.9) WITHIN GROUP (ORDER BY c.first_answer_ms) / 1000.0::float8 AS p90`;

/** The conversations (`c`) that began from one moment to another, everywhere or in a channel. */
function begunIn(guild: GuildScope, channel: string | null, from: Sql, to: Sql): Sql {
	return sql`conversations c
		WHERE c.server_id = ${guild.guildId}::bigint AND c.created_at >= ${from} AND c.created_at < ${to}
			${channel === null ? empty : sql`AND c.channel_id = ${channel}::bigint`}`;
}
