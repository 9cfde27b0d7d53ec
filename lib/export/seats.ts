import "server-only";
import { seats } from "@/lib/auth/seats";
import { AppError } from "@/lib/errors";

/** Exports that one person may have under way at once in this process. */
export const EXPORTS_AT_ONCE = 2;

/**
 * Takes one of the person's places.
 * @returns how to give it back
 * @throws AppError `too_many_at_once`
 */
export const takeExportSeat = seats(
	EXPORTS_AT_ONCE,
	() =>
		new AppError("too_many_at_once", {
			retryAfter: 15,
			detail: `You have ${EXPORTS_AT_ONCE} exports running. Wait for one to finish, or stop it.`,
		}),
);
