import "server-only";
import type { Period, Window } from "@/lib/analytics/schema";

/** What is read of a period, and of the one it is compared with: null where nothing is compared. */
export type Both<T> = { current: T; comparison: T | null };

/** Reads the period and what it is compared with: sent one behind the other without waiting, since they share a connection. */
export async function readBoth<T>(
	period: Pick<Period, "current" | "comparison">,
	read: (window: Window) => Promise<T>,
): Promise<Both<T>> {
	const [current, comparison] = await Promise.all([
		read(period.current),
		period.comparison && read(period.comparison),
	]);
	return { current, comparison };
}
