import type { History } from "@/bench/soak/history";
import type { SimulatorState } from "@/simulator/state";
import type { GuildDump } from "@/simulator/state/dump";
import type { LivingGuild } from "@/simulator/state/types";

/** Everything that Discord knows of a guild at the end. */
export type Told = { state: SimulatorState; guild: LivingGuild; dump: GuildDump; history: History };
