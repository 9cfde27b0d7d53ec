/** Whether somebody is interested in an event, as it is stored; times are ISO with microseconds. */
export type Interest = { interestedAt: string; removedAt: string | null };

export type InterestStep = {
	at: string;
	interested: boolean;
	/** Whether the event's `user_count` moves with it: false where the count was told afterwards. */
	counts: boolean;
};

/**
 * The interest after the steps, by how much the number of interested people moves, and whether anything moved it. Older
 * steps change nothing; who is unknown and loses interest had it, and was counted.
 */
export function follow(stored: Interest | undefined, steps: readonly InterestStep[]) {
	let interest = stored;
	let delta = 0;
	let moved = false;
	for (const { at, interested, counts } of steps) {
		const before = interest ? interest.removedAt === null : !interested;
		if (interest && (interest.removedAt ?? interest.interestedAt) > at) continue;
		if (interested === before) continue;
		if (interested) interest = { interestedAt: at, removedAt: null };
		else interest = { interestedAt: interest?.interestedAt ?? at, removedAt: at };
		if (!counts) continue;
		delta += interested ? 1 : -1;
		moved = true;
	}
	return { interest, delta, moved };
}
