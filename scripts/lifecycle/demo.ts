import { connected, type RoleUrls } from "@/scripts/database/roles";
import { step } from "./progress";

/** Loads the demo unless the database knows a server already. */
export async function fillWhenEmpty(urls: RoleUrls): Promise<void> {
	const filled = await connected(urls.guildhall_owner, async (client) => {
		const { rowCount } = await client.query("SELECT FROM discord_guilds WHERE id <> 0 LIMIT 1");
		return rowCount !== 0;
	});
	if (filled) return;
	await step("Loading the demo", async () => {
		const { loadDemo } = await import("@/prisma/seed/load");
		await loadDemo(urls.guildhall_owner);
	});
}
