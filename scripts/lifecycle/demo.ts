import { connected, type RoleUrls } from "@/scripts/database/roles";
import { step } from "./progress";

/** What the demo in the database was made from, for a simulated Discord that knows the same; empty for the newest one. */
export async function simulatedPast(urls: RoleUrls): Promise<{ seed?: number; since?: Date }> {
	const { demoOrigin } = await import("@/prisma/seed/load/origin");
	const origin = await connected(urls.guildhall_owner, demoOrigin);
	return origin ? { seed: origin.seed, since: origin.now } : {};
}

/** Loads the demo unless the database knows a server already. */
export async function fillWhenEmpty(urls: RoleUrls): Promise<void> {
	const { isEmpty, loadDemo } = await import("@/prisma/seed/load");
	if (!(await connected(urls.guildhall_owner, isEmpty))) return;
	await step("Loading the demo", ({ tick }) => loadDemo(urls.guildhall_owner, { log: tick }));
}
