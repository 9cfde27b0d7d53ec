import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { personOf } from "@/lib/guilds/people";
import { type CreateChart, createChart, type EditChart, maxPinned, type SavedChart } from "./saved-schema";
import { definition } from "./schema";

/** More charts than a list shows; own ones come first. */
const listed = 500;

type Stored = Omit<SavedChart, "definition"> & { definition: unknown };

/** The caller's own charts and those that are shared with them, own ones first, by name. */
export function listCharts(guild: GuildScope): Promise<SavedChart[]> {
	return readCharts(guild, empty);
}

/** The charts on the overview, in their order. */
export async function pinnedCharts(guild: GuildScope): Promise<SavedChart[]> {
	const charts = await readCharts(guild, sql`AND p.position IS NOT NULL`);
	return charts.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
}

/**
 * A chart that the caller may open.
 * @throws AppError `not_found` when there is none
 */
async function readChart(guild: GuildScope, id: string): Promise<SavedChart> {
	const [chart] = await readCharts(guild, sql`AND c.id = ${id}::uuid`);
	if (chart === undefined) throw new AppError("not_found");
	return chart;
}

/**
 * Keeps a view under a name.
 * @throws AppError `limit_reached` when the caller has reached the limit
 */
export async function saveChart(guild: GuildScope, wanted: CreateChart): Promise<SavedChart> {
	const chart = createChart.parse(wanted);
	const made = await guild.one<{ id: string }>(sql`
		INSERT INTO saved_charts (guild_id, owner_id, name, definition, shared)
		VALUES (${guild.guildId}::bigint, app.user_id(), ${chart.name}, ${JSON.stringify(chart.definition)}::jsonb,
			${chart.shared})
		RETURNING id`);
	return readChart(guild, made?.id ?? "");
}

/**
 * Changes one of the caller's charts. One that is no longer shared leaves the overview.
 * @throws AppError `not_found` when there is none; `forbidden` when it is somebody else's; `conflict` with the chart as it
 *   is now when it has changed since `revision`
 */
export async function editChart(guild: GuildScope, id: string, change: EditChart): Promise<SavedChart> {
	const { revision, name, shared, definition: view } = change;
	const changed = await guild.one(sql`
		UPDATE saved_charts SET name = coalesce(${name ?? null}, name), shared = coalesce(${shared ?? null}, shared),
			definition = coalesce(${view === undefined ? null : JSON.stringify(view)}::jsonb, definition)
		WHERE guild_id = ${guild.guildId}::bigint AND id = ${id}::uuid AND revision = ${revision}
		RETURNING id`);
	const chart = await readChart(guild, id);
	if (changed) return chart;
	if (!chart.mine)
		throw new AppError("forbidden", { detail: "Only the person who saved a chart can change it." });
	throw new AppError("conflict", { current: chart });
}

/**
 * Removes one of the caller's charts or, where they may change the server's settings, one that is shared.
 * @throws AppError `not_found` when there is none; `forbidden` when it is somebody else's
 */
export async function removeChart(guild: GuildScope, id: string): Promise<void> {
	const removed = await guild.one(sql`
		DELETE FROM saved_charts WHERE guild_id = ${guild.guildId}::bigint AND id = ${id}::uuid RETURNING id`);
	if (removed) return;
	await readChart(guild, id);
	throw new AppError("forbidden", { detail: "Only the person who saved a chart can remove it." });
}

/**
 * Puts a chart on everybody's overview, at the first free place; one of the caller's own is shared by it.
 * @throws AppError `not_found` when there is none; `limit_reached` when all places are taken
 */
export async function pinChart(guild: GuildScope, id: string): Promise<SavedChart> {
	const chart = await readChart(guild, id);
	if (chart.position !== null) return chart;
	if (!chart.shared) await editChart(guild, id, { revision: chart.revision, shared: true });
	const pinned = await guild.one(sql`
		INSERT INTO pinned_charts (guild_id, chart_id, position, pinned_by)
		SELECT ${guild.guildId}::bigint, ${id}::uuid, min(f.place), app.user_id()
		FROM generate_series(1, ${maxPinned}::int) AS f (place)
		WHERE NOT EXISTS (SELECT FROM pinned_charts p
			WHERE p.guild_id = ${guild.guildId}::bigint AND p.position = f.place)
		HAVING min(f.place) IS NOT NULL
		RETURNING position`);
	if (pinned === undefined)
		throw new AppError("limit_reached", { detail: "The overview has no room for another chart." });
	return readChart(guild, id);
}

/**
 * Takes a chart off the overview.
 * @throws AppError `not_found` when there is no such chart
 */
export async function unpinChart(guild: GuildScope, id: string): Promise<SavedChart> {
	await guild.rows(sql`
		DELETE FROM pinned_charts WHERE guild_id = ${guild.guildId}::bigint AND chart_id = ${id}::uuid RETURNING chart_id`);
	return readChart(guild, id);
}

async function readCharts(guild: GuildScope, which: Sql): Promise<SavedChart[]> {
	const id = sql`${guild.guildId}::bigint`;
	const rows = await guild.rows<Stored>(sql`
		SELECT c.id, c.name, c.definition, ${personOf(id, sql`c.owner_id`)} AS owner,
			c.owner_id = ${guild.actor.userId}::bigint AS mine, c.shared, p.position::int AS position, c.revision,
			c.updated_at AS "updatedAt"
		FROM saved_charts c LEFT JOIN pinned_charts p ON p.guild_id = c.guild_id AND p.chart_id = c.id
		WHERE c.guild_id = ${id} ${which}
		ORDER BY c.owner_id <> ${guild.actor.userId}::bigint, lower(c.name), c.id
		LIMIT ${listed}`);
	return rows.map((row) => ({ ...row, definition: definition.safeParse(row.definition).data ?? null }));
}
