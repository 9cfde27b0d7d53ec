import "server-only";
import { AppError } from "@/lib/errors";

/** A statement of a costly read is cut off after this many milliseconds. */
export const COSTLY_TIMEOUT_MS = 5_000;

/** Costly reads that one person may have under way at once in this process, over all their sessions and tokens. */
export const COSTLY_AT_ONCE = 3;

const underWay = new Map<string, number>();

/**
 * Runs a costly read unless the person has as many under way as anybody may: nobody holds all connections alone.
 * @throws AppError `too_many_at_once`, to be tried again in a second
 */
export async function fewAtOnce<T>(userId: string, work: () => Promise<T>): Promise<T> {
	const running = underWay.get(userId) ?? 0;
	if (running >= COSTLY_AT_ONCE) throw new AppError("too_many_at_once", { retryAfter: 1 });
	underWay.set(userId, running + 1);
	try {
		return await work();
	} finally {
		const left = (underWay.get(userId) ?? 1) - 1;
		if (left > 0) underWay.set(userId, left);
		else underWay.delete(userId);
	}
}
