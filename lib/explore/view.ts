import "server-only";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { Period } from "@/lib/analytics/schema";
import { COSTLY_TIMEOUT_MS, fewAtOnce } from "@/lib/auth/costly";
import type { GuildScope } from "@/lib/auth/scope";
import { type Attempt, attempt } from "./attempt";
import { exploreIn } from "./data";
import { filterChoices } from "./options";
import { filtersFor, type Settled, settled } from "./plan";
import { listCharts } from "./saved-data";
import type { SavedChart } from "./saved-schema";
import type { Definition, ExploreResult, Filter, FilterChoices } from "./schema";

/** Everything that the page of Explore shows. */
export type ExploreView = Settled & {
	/** What the address asks for, where not all of it could be answered. */
	asked: Definition;
	period: Period;
	result: Attempt<ExploreResult>;
	offered: Filter[];
	choices: FilterChoices;
	saved: SavedChart[];
};

/** What an address asks for, or the level that is missing to see it. Figures that take too long leave the rest as it is. */
export async function readExploreView(
	guild: GuildScope,
	asked: Definition,
): Promise<ExploreView | { needs: number }> {
	const { level } = guild.actor;
	const view = settled(asked, level);
	if ("needs" in view) return view;
	const period = await readPeriod(guild, periodOf(view.definition));
	const offered = filtersFor(view.definition, level);
	return {
		...view,
		asked,
		period,
		result: await attempt(
			guild,
			() => fewAtOnce(guild.actor.userId, () => exploreIn(guild, view.definition, period)),
			COSTLY_TIMEOUT_MS,
		),
		offered,
		choices: await filterChoices(guild, view.definition, offered),
		saved: await listCharts(guild),
	};
}

function periodOf({ range, from, to, by, compare }: Definition) {
	return { range, from, to, by, compare };
}
