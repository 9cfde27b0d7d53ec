import { connected, type RoleUrls } from "@/scripts/database/roles";
import { step } from "./progress";

/** Loads the demo unless the database knows a server already. */
export async function fillWhenEmpty(urls: RoleUrls): Promise<void> {
	const { isEmpty, loadDemo } = await import("@/prisma/seed/load");
	if (!(await connected(urls.guildhall_owner, isEmpty))) return;
	await step("Loading the demo", ({ tick }) => loadDemo(urls.guildhall_owner, { log: tick }));
}
