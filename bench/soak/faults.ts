import { createRandom } from "@/prisma/seed/random";

/** What goes wrong: the worker dies, the database restarts, the socket breaks, the session is gone for good. */
export type FaultKind = "kill" | "database" | "drop" | "invalidate";

export type Fault = {
	kind: FaultKind;
	/** After how many events. */
	at: number;
	/** How many events happen at once while it lasts. */
	meanwhile: number;
};

const meanwhile: Record<FaultKind, number> = { kill: 1_000, database: 1_000, drop: 300, invalidate: 150 };

/**
 * Spreads faults evenly over the events, in an order that the seed gives.
 * @param share of the usual number of events that happen meanwhile, from 0 to 1
 */
export function planFaults(
	counts: Record<FaultKind, number>,
	events: number,
	seed: number,
	share = 1,
): Fault[] {
	const kinds = Object.entries(counts).flatMap(([kind, count]) =>
		Array.from({ length: count }, () => kind as FaultKind),
	);
	const order = createRandom(seed, "soak/faults").sample(kinds, kinds.length);
	const distance = events / (order.length + 1);
	return order.map((kind, index) => ({
		kind,
		at: Math.round(distance * (index + 1)),
		meanwhile: Math.ceil(meanwhile[kind] * share),
	}));
}
