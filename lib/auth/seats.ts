import "server-only";
import type { AppError } from "@/lib/errors";

/**
 * Places for something that lasts, of which each person may hold a few at once in this process, over all their sessions and
 * tokens.
 * @param refusal what is thrown where all of them are taken
 * @returns a function that takes one of a person's places and answers how to give it back
 */
export function seats(atOnce: number, refusal: () => AppError): (userId: string) => () => void {
	const taken = new Map<string, number>();
	return (userId) => {
		const held = taken.get(userId) ?? 0;
		if (held >= atOnce) throw refusal();
		taken.set(userId, held + 1);
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			const left = (taken.get(userId) ?? 1) - 1;
			if (left > 0) taken.set(userId, left);
			else taken.delete(userId);
		};
	};
}
