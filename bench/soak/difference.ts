import type { Row } from "@/bench/soak/table";

/** How a row is not as Discord says. */
export type Found = {
	kind: "missing" | "surplus" | "doubled" | "different";
	/** Column by column where both sides have the row, else the row. */
	detail: object;
};

/** A row that is not as Discord says. */
export type Difference = Found & { table: string; key: string };

/** Compares the rows of one key. @returns nothing where they agree */
export function differenceOf(expected: readonly Row[], stored: readonly Row[]): Found | undefined {
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
