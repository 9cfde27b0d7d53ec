import "server-only";
import { AppError } from "@/lib/errors";

/** Pages that one person may keep live at once in this process, over all their sessions and tokens. */
export const LIVE_AT_ONCE = 12;

const taken = new Map<string, number>();

/**
 * Takes one of the person's places.
 * @returns how to give it back
 * @throws AppError `too_many_at_once`
 */
export function takeSeat(userId: string): () => void {
	const seats = taken.get(userId) ?? 0;
	if (seats >= LIVE_AT_ONCE)
		throw new AppError("too_many_at_once", {
			retryAfter: 15,
			detail: `You have ${LIVE_AT_ONCE} live pages open.`,
		});
	taken.set(userId, seats + 1);
	return () => {
		const left = (taken.get(userId) ?? 1) - 1;
		if (left > 0) taken.set(userId, left);
		else taken.delete(userId);
	};
}
