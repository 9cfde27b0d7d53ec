/** Does `work` for every item, so many at once; the first failure ends it when what is under way has ended. */
export async function inTurns<T>(
	atOnce: number,
	items: readonly T[],
	work: (item: T) => Promise<void>,
): Promise<void> {
	const waiting = [...items];
	let failed = false;
	const turn = async () => {
		for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
			try {
				await work(item);
			} catch (error) {
				failed = true;
				throw error;
			}
		}
	};
	const outcomes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, turn));
	for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
