import type pg from "pg";
import { type Row, readSides, type TableExpectation } from "@/bench/soak/table";

/** A row that is not as Discord says. */
export type Difference = {
	table: string;
	kind: "missing" | "surplus" | "doubled" | "different";
	key: string;
	/** Column by column where both sides have the row, else the row. */
	detail: object;
};

export type Comparison = {
	table: string;
	/** How many rows Discord's state asks for. */
	rows: number;
	differences: Difference[];
	/** Differences that follow from events that never reached the worker. */
	excused: Difference[];
};

/**
 * Compares a guild's rows of a table with what Discord says.
 * @param lost whether something of what a row hangs on was told while no session listened
 */
export async function compareTable(
	client: pg.ClientBase,
	guildId: string,
	expectation: TableExpectation,
	lost: (thing: string) => boolean,
): Promise<Comparison> {
	const { table, hangsOn = () => [] } = expectation;
	const { expected, stored } = await readSides(client, guildId, expectation);
	const comparison: Comparison = { table, rows: expected.size, differences: [], excused: [] };
	for (const key of new Set([...expected.keys(), ...stored.keys()])) {
		const found = differenceOf(expected.get(key) ?? [], stored.get(key) ?? []);
		if (!found) continue;
		const row = expected.get(key)?.[0] ?? stored.get(key)?.[0] ?? {};
		const list = hangsOn(row).some(lost) ? comparison.excused : comparison.differences;
		list.push({ table, key, ...found });
	}
	return comparison;
}

function differenceOf(
	expected: readonly Row[],
	stored: readonly Row[],
): Pick<Difference, "kind" | "detail"> | undefined {
	const [wanted, present] = [expected[0], stored[0]];
	if (stored.length > 1) return { kind: "doubled", detail: stored };
	if (!present) return wanted && { kind: "missing", detail: wanted };
	if (!wanted) return { kind: "surplus", detail: present };
	const cells = Object.keys(wanted).filter((name) => wanted[name] !== present[name]);
	if (cells.length === 0) return undefined;
	const detail = Object.fromEntries(
		cells.map((name) => [name, { discord: wanted[name], stored: present[name] }]),
	);
	return { kind: "different", detail };
}
