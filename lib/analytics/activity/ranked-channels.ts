import "server-only";
import { byMonths } from "@/lib/analytics/period/by-months";
import { coarseEdges } from "@/lib/analytics/period/coarse";
import { pointAmong, withinDays } from "@/lib/analytics/period/points";
import { seriesOf } from "@/lib/analytics/period/series";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/** How many a ranking shows. */
const places = 15;

export type RankedChannel = {
	id: string;
	name: string | null;
	type: string | null;
	value: number;
	/** Of what it is compared with; null where nothing is. */
	previous: number | null;
	/** Of all channels, 0 to 1. */
	share: number;
	/** The course of `value`, in at most 26 steps. */
	trend: number[];
};

type Measure = "messages" | "seconds";

type ChannelRow = Omit<RankedChannel, "trend" | "share"> & {
	everything: number;
	points: number[];
	values: number[];
};

/** The channels with the most messages, or seconds in voice, by days of UTC; a thread counts for itself. */
export async function rankedChannels(
	guild: GuildScope,
	{ current, comparison }: Period,
	measure: Measure,
): Promise<RankedChannel[]> {
	const edges = coarseEdges(current.days);
	const before = comparison ? totals(guild, comparison, measure) : sql`SELECT NULL::bigint, NULL::float8`;
	const rows = await guild.rows<ChannelRow>(sql`
		WITH busiest AS MATERIALIZED (
			SELECT p.channel_id, sum(p.value)::float8 AS value, (sum(sum(p.value)) OVER ())::float8 AS everything
			FROM (${totals(guild, current, measure)}) AS p (channel_id, value)
			GROUP BY p.channel_id HAVING sum(p.value) > 0
			ORDER BY 2 DESC, p.channel_id LIMIT ${places}
		), course AS MATERIALIZED (
			SELECT t.channel_id, array_agg(t.point) AS points, array_agg(t.value) AS values
			FROM (
				SELECT d.channel_id, ${pointAmong(edges, sql`d.day`)} AS point, sum(d.value)::float8 AS value
				FROM (${daysOfBusiest(guild, current, measure)}) AS d (channel_id, day, value)
				GROUP BY 1, 2) t
			GROUP BY t.channel_id
		), before AS MATERIALIZED (
			SELECT p.channel_id, sum(p.value)::float8 AS value FROM (${before}) AS p (channel_id, value) GROUP BY 1
		)
		SELECT b.channel_id AS id, c.name, CASE WHEN c.deleted_at IS NULL THEN c.channel_type END AS type,
			b.value, b.everything, t.points, t.values,
			${comparison ? sql`coalesce(before.value, 0)` : sql`NULL::float8`} AS previous
		FROM busiest b
			JOIN course t ON t.channel_id = b.channel_id
			LEFT JOIN before ON before.channel_id = b.channel_id
			LEFT JOIN discord_channels c ON c.guild_id = ${guild.guildId}::bigint AND c.id = b.channel_id
		ORDER BY b.value DESC, b.channel_id`);
	return rows.map(({ everything, points, values, ...channel }) => ({
		...channel,
		share: shareOf(channel.value, everything),
		trend: seriesOf(
			points.map((point, index) => ({ point, value: values[index] ?? 0 })),
			"value",
			edges.length - 1,
		),
	}));
}

/** Rows of a channel and a value that add up to what was counted in a window. */
function totals(guild: GuildScope, window: Window, measure: Measure): Sql {
	if (measure === "messages")
		return byMonths(guild, { first: window.firstDay, last: window.lastDay }, "channels");
	return sql`SELECT r.channel_id, r.seconds FROM rollup_voice_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${withinDays(window, sql`r.day`)}`;
}

/** The days of the channels in `busiest`: of messages channel by channel, since there are many more that are not among them. */
function daysOfBusiest(guild: GuildScope, window: Window, measure: Measure): Sql {
	const inWindow = sql`r.guild_id = ${guild.guildId}::bigint AND ${withinDays(window, sql`r.day`)}`;
	if (measure === "messages")
		return sql`SELECT b.channel_id, d.day, d.messages FROM busiest b CROSS JOIN LATERAL (
			SELECT r.day, r.messages FROM rollup_channel_daily r
			WHERE ${inWindow} AND r.channel_id = b.channel_id OFFSET 0) d`;
	return sql`SELECT r.channel_id, r.day, r.seconds FROM rollup_voice_daily r
		WHERE ${inWindow} AND r.channel_id = ANY (ARRAY(SELECT b.channel_id FROM busiest b))`;
}

/** A part of a whole, 0 to 1; nothing of nothing is nothing. */
export function shareOf(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}
