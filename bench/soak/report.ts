import { loadavg } from "node:os";
import { print } from "@/bench/measure/figure";
import type { Difference } from "@/bench/soak/difference";
import type { SoakOutcome } from "@/bench/soak/stage";

const MIB = 1024 * 1024;
const SHOWN = 20;

/** Prints what was measured, one line of JSON a figure. */
export function printFigures(outcome: SoakOutcome): void {
	const { calm, lags, worker, told, unheard, milliseconds, deadLetters } = outcome;
	const sorted = lags.toSorted((one, other) => one - other);
	const figures = [
		[
			"events stored a second, nothing being wrong",
			(calm.stored / calm.milliseconds) * 1_000,
			"events/s",
			">= 3000",
		],
		["events stored a second, outages included", (told / milliseconds) * 1_000, "events/s"],
		["event to row, p50", quantile(sorted, 0.5), "ms"],
		["event to row, p99", quantile(sorted, 0.99), "ms", "<= 1000"],
		["processor of the worker, nothing being wrong", (calm.worker / calm.stored) * 1e6, "µs an event"],
		["processor of the database, nothing being wrong", (calm.database / calm.stored) * 1e6, "µs an event"],
		["memory of the worker, most", Math.max(0, ...worker.memory) / MIB, "MiB"],
		["memory of the worker, second half against first", halves(worker.memory), "times", "flat"],
		...tenths(worker.memory),
		["events", told, "events"],
		["events that no lasting session was told", unheard, "events"],
		["dead letters", deadLetters.length, "frames", "0"],
		["ends of the worker that nobody asked for", worker.deaths.length, "ends"],
		["load of the machine, one minute", loadavg()[0] ?? 0, "processes"],
	] as const;
	for (const [figure, value, unit, target] of figures) {
		print({ figure, value, unit, ...(target !== undefined && { target }) });
	}
	for (const { kind, milliseconds: took } of outcome.recoveries) {
		print({ figure: `until events are stored again after: ${kind}`, value: took, unit: "ms" });
	}
}

/** How many rows differ in which way: `3 missing, 1 different (deleted)`. */
function summary(differences: readonly Difference[]): string {
	const ways = new Map<string, number>();
	for (const { kind, detail } of differences) {
		const way = kind === "different" ? `${kind} (${Object.keys(detail).join(", ")})` : kind;
		ways.set(way, (ways.get(way) ?? 0) + 1);
	}
	return [...ways].map(([way, count]) => `${count} ${way}`).join(", ");
}

/** Prints the first differences in full. @returns how many there are */
export function printDifferences({ comparisons, deadLetters, worker }: SoakOutcome): number {
	const rows = comparisons.reduce((sum, comparison) => sum + comparison.rows, 0);
	print({ figure: "rows compared", value: rows, unit: "rows" });
	for (const { table, differences, excused } of comparisons) {
		for (const reason of new Set(excused.map((difference) => difference.reason))) {
			const of = excused.filter((difference) => difference.reason === reason);
			print({
				figure: `${table}: not told again: ${reason}: ${summary(of)}`,
				value: of.length,
				unit: "rows",
			});
		}
		if (differences.length > 0)
			print({ figure: `${table}: differs`, value: differences.length, unit: "rows", target: "0" });
		for (const difference of differences.slice(0, SHOWN)) console.error(JSON.stringify(difference));
	}
	for (const letter of deadLetters.slice(0, SHOWN)) console.error(JSON.stringify(letter));
	for (const death of worker.deaths) console.error(death);
	return comparisons.reduce((sum, { differences }) => sum + differences.length, deadLetters.length);
}

function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle of the memory in each tenth of the time: a leak makes it rise. */
function tenths(memory: readonly number[]): (readonly [figure: string, value: number, unit: string])[] {
	return Array.from({ length: 10 }, (_, index) => {
		const part = memory.slice((memory.length * index) / 10, (memory.length * (index + 1)) / 10);
		const middle = quantile(
			part.toSorted((one, other) => one - other),
			0.5,
		);
		return [`memory of the worker, tenth ${index + 1} of the time`, middle / MIB, "MiB"];
	});
}

/** How the highest memory of the second half compares with that of the first. */
function halves(memory: readonly number[]): number {
	const middle = Math.ceil(memory.length / 2);
	return Math.max(0, ...memory.slice(middle)) / Math.max(1, ...memory.slice(0, middle));
}
