import { keyTarget } from "./key-target";

/** From the lightest to the darkest: the text keeps 4.5:1 on each, in both themes (tested). */
export const shades = [
	"bg-chart-1/6",
	"bg-chart-1/12",
	"bg-chart-1/18",
	"bg-chart-1/24",
	"bg-chart-1/30",
	"bg-chart-1/36",
	"bg-chart-1/42",
	"bg-chart-1/48",
	"bg-chart-1/54",
	"bg-chart-1/57",
	"bg-chart-1/60",
] as const;

export type CellPlace = { row: number; week: number };

/** Where a key leads from a cell, over the cells that there are; the same place where it leads nowhere. */
export function movedCell(
	key: string,
	{ row, week }: CellPlace,
	rows: readonly { cells: readonly unknown[] }[],
): CellPlace {
	const cells = rows[row]?.cells ?? [];
	const targets = {
		ArrowLeft: { row, week: week - 1 },
		ArrowRight: { row, week: week + 1 },
		ArrowUp: { row: row - 1, week },
		ArrowDown: { row: row + 1, week },
		Home: { row, week: cells.findIndex((cell) => cell !== null) },
		End: { row, week: cells.findLastIndex((cell) => cell !== null) },
	};
	const target = keyTarget(key, targets);
	return target && (rows[target.row]?.cells[target.week] ?? null) !== null ? target : { row, week };
}
