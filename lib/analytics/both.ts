import "server-only";
import type { Period, Window } from "./schema";

/** What is read of a period, and of the one it is compared with: null where nothing is compared. */
export type Both<T> = { current: T; comparison: T | null };

/** Reads the period and then what it is compared with, one after the other: they share a connection. */
export async function readBoth<T>(
	{ current, comparison }: Pick<Period, "current" | "comparison">,
	read: (window: Window) => Promise<T>,
): Promise<Both<T>> {
	return { current: await read(current), comparison: comparison && (await read(comparison)) };
}
