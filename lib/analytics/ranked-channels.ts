import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { raw, type Sql, sql } from "@/lib/db/sql";
import { coarseEdges } from "./coarse";
import { withinDays } from "./points";
import type { Period, Window } from "./schema";
import { seriesOf } from "./series";

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

/** What is counted by channels and days of UTC. */
const sources = {
	messages: { table: raw("rollup_channel_daily"), column: raw("messages") },
	seconds: { table: raw("rollup_voice_daily"), column: raw("seconds") },
} as const;

type ChannelRow = Omit<RankedChannel, "trend" | "share"> & {
	everything: number;
	points: number[];
	values: number[];
};

/** The channels with the most messages, or seconds in voice; a thread counts for itself. */
export async function rankedChannels(
	guild: GuildScope,
	{ current, comparison }: Period,
	measure: keyof typeof sources,
): Promise<RankedChannel[]> {
	const edges = coarseEdges(current.days);
	const { table, column } = sources[measure];
	const rows = await guild.rows<ChannelRow>(sql`
		WITH part AS MATERIALIZED (
			SELECT r.channel_id, width_bucket(r.day, ${edges.slice(0, -1)}::date[]) AS point,
				sum(r.${column})::float8 AS value
			FROM ${table} r
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${withinDays(current, sql`r.day`)}
			GROUP BY 1, 2
		), busiest AS MATERIALIZED (
			SELECT p.channel_id, sum(p.value) AS value, sum(sum(p.value)) OVER () AS everything,
				array_agg(p.point) AS points, array_agg(p.value) AS values
			FROM part p
			GROUP BY p.channel_id HAVING sum(p.value) > 0
			ORDER BY 2 DESC, p.channel_id LIMIT ${places}
		)
		SELECT b.channel_id AS id, c.name, CASE WHEN c.deleted_at IS NULL THEN c.channel_type END AS type,
			b.value, b.everything, b.points, b.values, before.value AS previous
		FROM busiest b
			LEFT JOIN discord_channels c ON c.guild_id = ${guild.guildId}::bigint AND c.id = b.channel_id
			CROSS JOIN LATERAL (${valueIn(guild, comparison, measure)}) before
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

/** The value of channel `b.channel_id` in a window: a sub-select of one row. */
function valueIn(guild: GuildScope, window: Window | null, measure: keyof typeof sources): Sql {
	if (window === null) return sql`SELECT NULL::float8 AS value`;
	const { table, column } = sources[measure];
	return sql`SELECT coalesce(sum(r.${column}), 0)::float8 AS value FROM ${table} r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.channel_id = b.channel_id AND ${withinDays(window, sql`r.day`)}`;
}

/** A part of a whole, 0 to 1; nothing of nothing is nothing. */
export function shareOf(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}
