import type { Db } from "@/bot/scope";

/** Changes of one table family, folded per entity while they are collected and written in bulk. */
export type Changes = {
	/** Writes everything collected, in the transaction that is open. */
	write(db: Db): Promise<void>;
};

/** The changes of consecutive frames, and the order in which their tables are written. */
export class Batch {
	/** Written one after the other; the order is the same everywhere, so that writers queue instead of deadlocking. */
	private get families(): Changes[] {
		return [];
	}

	async write(db: Db): Promise<void> {
		for (const family of this.families) await family.write(db);
	}
}
