import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { pointOf, within } from "./points";
import { quantile } from "./quantiles";
import type { Window } from "./schema";
import { seriesOf } from "./series";
import type { Seconds } from "./support-schema";

/** From how many of the newest conversations answering times are taken: their transcripts are read for it. */
const mostTranscripts = 5000;

const outcomes = ["completed", "forwarded", "active"] as const;

export type Conversations = Record<"begun" | (typeof outcomes)[number], number[]>;

/** The conversations (`c`) that began in a window, everywhere or in a channel. */
const begunIn = (guild: GuildScope, window: Window, channel: string | null): Sql => sql`conversations c
	WHERE c.server_id = ${guild.guildId}::bigint AND ${within(window, sql`c.created_at`)}
		${channel === null ? empty : sql`AND c.channel_id = ${channel}::bigint`}`;

/** Conversations that began at each point, and what has become of them by now. */
export async function conversationsBegun(
	guild: GuildScope,
	window: Window,
	channel: string | null,
): Promise<Conversations> {
	const rows = await guild.rows<{ point: number } & Record<keyof Conversations, number>>(sql`
		SELECT ${pointOf(window, sql`c.created_at`)} AS point, count(*)::int AS begun,
			count(*) FILTER (WHERE c.status = 'completed')::int AS completed,
			count(*) FILTER (WHERE c.status = 'forwarded')::int AS forwarded,
			count(*) FILTER (WHERE c.status = 'active')::int AS active
		FROM ${begunIn(guild, window, channel)}
		GROUP BY 1`);
	const points = window.edges.length - 1;
	return {
		begun: seriesOf(rows, "begun", points),
		completed: seriesOf(rows, "completed", points),
		forwarded: seriesOf(rows, "forwarded", points),
		active: seriesOf(rows, "active", points),
	};
}

type Answers = { all: Seconds; byPoint: Seconds[]; read: number };

/** How long conversations waited for their first answer, as their transcripts tell: the newest of the window. */
export async function firstAnswers(
	guild: GuildScope,
	window: Window,
	channel: string | null,
): Promise<Answers> {
	const rows = await guild.rows<{ point: number; began: string; answered: string | null }>(sql`
		SELECT ${pointOf(window, sql`c.created_at`)} AS point, c.created_at AS began,
			jsonb_path_query_first(c.transcript, '$[*] ? (@.role == "assistant").at') #>> '{}' AS answered
		FROM ${begunIn(guild, window, channel)}
		ORDER BY c.created_at DESC, c.id LIMIT ${mostTranscripts}`);
	const waits = rows.flatMap(({ point, began, answered }) => {
		const seconds = (Date.parse(answered ?? "") - Date.parse(began)) / 1000;
		return seconds >= 0 ? [{ point, seconds }] : [];
	});
	const of = (some: typeof waits): Seconds => {
		const seconds = some.map((wait) => wait.seconds);
		return { median: quantile(seconds, 0.5), p90: quantile(seconds, 0.9) };
	};
	const byPoint = window.edges
		.slice(1)
		.map((_, index) => of(waits.filter(({ point }) => point === index + 1)));
	return { all: of(waits), byPoint, read: rows.length };
}
