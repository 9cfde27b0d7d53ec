import "server-only";
import { AppError } from "@/lib/errors";
import { seats } from "./seats";

/** A statement of a costly read is cut off after this many milliseconds. */
export const COSTLY_TIMEOUT_MS = 5_000;

/** Costly reads that one person may have under way at once in this process, over all their sessions and tokens. */
export const COSTLY_AT_ONCE = 3;

const takeSeat = seats(COSTLY_AT_ONCE, () => new AppError("too_many_at_once", { retryAfter: 1 }));

/**
 * Runs a costly read unless the person has as many under way as anybody may: nobody holds all connections alone.
 * @throws AppError `too_many_at_once`, to be tried again in a second
 */
export async function fewAtOnce<T>(userId: string, work: () => Promise<T>): Promise<T> {
	const leave = takeSeat(userId);
	try {
		return await work();
	} finally {
		leave();
	}
}
