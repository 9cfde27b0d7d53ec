import type pg from "pg";
import { type Difference, differenceOf } from "@/bench/soak/difference";
import { readSides, type TableExpectation } from "@/bench/soak/table";

/** A difference that follows from events that never reached the worker, and why Discord does not tell it again. */
export type Excused = Difference & { reason: string };

export type Comparison = {
	table: string;
	/** How many rows Discord's state asks for. */
	rows: number;
	differences: Difference[];
	excused: Excused[];
};

/** Compares a guild's rows of a table with what Discord says. */
export async function compareTable(
	client: pg.ClientBase,
	guildId: string,
	expectation: TableExpectation,
): Promise<Comparison> {
	const { table, excuse } = expectation;
	const sides = await readSides(client, guildId, expectation);
	const { expected, stored } = sides;
	const comparison: Comparison = { table, rows: expected.size, differences: [], excused: [] };
	for (const key of new Set([...expected.keys(), ...stored.keys()])) {
		const found = differenceOf(expected.get(key) ?? [], stored.get(key) ?? []);
		if (!found) continue;
		const row = expected.get(key)?.[0] ?? stored.get(key)?.[0] ?? {};
		const reason = excuse?.(row, found, sides);
		const difference = { table, key, ...found };
		if (reason === undefined) comparison.differences.push(difference);
		else comparison.excused.push({ ...difference, reason });
	}
	return comparison;
}
