import "server-only";
import { listen } from "@/lib/db/listener";
import { Hub } from "@/lib/live/hub";

declare global {
	/** Outlives the modules that development reloads. */
	var guildhallHub: Hub | undefined;
}

/** The one place of this process where the database's hints of changes arrive. */
export function hub(): Hub {
	globalThis.guildhallHub ??= open();
	return globalThis.guildhallHub;
}

function open(): Hub {
	const opened = new Hub((events) => listen("guildhall_live", events));
	// Next waits for open answers before it ends, and these would not end by themselves.
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => opened.close());
	return opened;
}
