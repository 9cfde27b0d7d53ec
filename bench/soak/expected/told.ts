import type { History } from "@/bench/soak/history";
import type { MessageLosses, Missed } from "@/bench/soak/losses";
import type { SimulatorState } from "@/simulator/state";
import type { GuildDump } from "@/simulator/state/dump";
import type { LivingGuild } from "@/simulator/state/types";

/** Everything that Discord knows of a guild at the end. */
export type Told = {
	state: SimulatorState;
	guild: LivingGuild;
	dump: GuildDump;
	history: History;
	/** What the worker was not told, */
	missed: Missed;
	/** and what of it about messages it cannot be told any more. */
	losses: MessageLosses;
};
