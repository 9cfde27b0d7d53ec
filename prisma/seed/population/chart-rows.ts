import type { Crowd } from "./crowd";
import { at, json, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

const DAY = 86_400_000;

/** What somebody who runs a server looks at again and again; the first two are on the overview. */
const CHARTS = [
	{
		name: "What the bot is used for",
		definition: { measure: "executions", dimension: "command", chart: "ranked", range: "90d" },
	},
	{ name: "Evenings in voice", definition: { measure: "voiceMinutes", dimension: "time", chart: "bars" } },
	{
		name: "When moderators are needed",
		definition: { measure: "cases", dimension: "heat", chart: "heat", range: "1y" },
	},
] as const;

const PINNED = 2;

/** Charts that the owner has saved and shares with the staff. */
export function chartTables({ guild, end }: Crowd): TableRows[] {
	const charts = CHARTS.map(({ name, definition }, index) => ({
		guild_id: guild.id,
		id: uuidFor(`chart/${guild.id}/${index}`),
		owner_id: guild.ownerId,
		name,
		definition: json(definition),
		shared: true,
		created_at: at(end - (40 - index) * DAY),
		updated_at: at(end - (40 - index) * DAY),
	}));
	return [
		{ table: "saved_charts", rows: charts },
		{
			table: "pinned_charts",
			rows: charts.slice(0, PINNED).map(({ guild_id, id, owner_id, created_at }, index) => ({
				guild_id,
				chart_id: id,
				position: index + 1,
				pinned_by: owner_id,
				created_at,
			})),
		},
	];
}
