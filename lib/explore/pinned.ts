import "server-only";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { Period } from "@/lib/analytics/schema";
import { fewAtOnce } from "@/lib/auth/costly";
import type { GuildScope } from "@/lib/auth/scope";
import type { OverviewQuery } from "@/lib/overview/schema";
import { attempt, type Problem } from "./attempt";
import { exploreIn } from "./data";
import { settled } from "./plan";
import { pinnedCharts } from "./saved-data";
import type { SavedChart } from "./saved-schema";
import type { Definition, ExploreResult } from "./schema";

/** A pinned chart may not hold the overview up for longer than this, in milliseconds. */
const patience = 2000;

/** A chart of the overview: its figures, or why there are none. */
export type Pinned = { id: string; name: string } & (
	| { problem: null; definition: Definition; result: ExploreResult }
	| { problem: "needsLevel"; level: number }
	| { problem: Problem | "outdated" }
);

/**
 * The charts that are pinned to the overview, answered for its period at the reader's level: one statement for the list,
 * one for the period and one for each chart. None of them can fail the page.
 */
export async function readPinned(guild: GuildScope, { range, from, to }: OverviewQuery): Promise<Pinned[]> {
	const charts = await pinnedCharts(guild);
	if (charts.length === 0) return [];
	const period = await readPeriod(guild, { range, from, to, compare: "none" });
	const pinned: Pinned[] = [];
	for (const chart of charts) pinned.push(await readOne(guild, chart, period, { range, from, to }));
	return pinned;
}

async function readOne(
	guild: GuildScope,
	{ id, name, definition: saved }: SavedChart,
	period: Period,
	asked: OverviewQuery,
): Promise<Pinned> {
	if (saved === null) return { id, name, problem: "outdated" };
	const view = settled(saved, guild.actor.level);
	if ("needs" in view) return { id, name, problem: "needsLevel", level: view.needs };
	if (view.notice !== null) return { id, name, problem: "outdated" };
	const { by: _, compare: __, ...rest } = view.definition;
	const definition = { ...rest, ...asked };
	const { answer, problem } = await attempt(
		guild,
		() => fewAtOnce(guild.actor.userId, () => exploreIn(guild, definition, period, { whole: false })),
		patience,
	);
	return problem === null ? { id, name, problem, definition, result: answer } : { id, name, problem };
}
