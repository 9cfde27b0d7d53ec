import "server-only";
import { seats } from "@/lib/auth/seats";
import { AppError } from "@/lib/errors";

/** Pages that one person may keep live at once in this process, over all their sessions and tokens. */
export const LIVE_AT_ONCE = 12;

/**
 * Takes one of the person's places.
 * @returns how to give it back
 * @throws AppError `too_many_at_once`
 */
export const takeSeat = seats(
	LIVE_AT_ONCE,
	() =>
		new AppError("too_many_at_once", {
			retryAfter: 15,
			detail: `You have ${LIVE_AT_ONCE} live pages open.`,
		}),
);
