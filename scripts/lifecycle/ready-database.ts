import type { EmbeddedServer } from "@/scripts/database/embedded";
import { migrate } from "@/scripts/database/migrate";
import { openDatabase } from "@/scripts/database/open";
import type { RoleUrls } from "@/scripts/database/roles";
import type { Closing } from "./closing";
import { step } from "./progress";

/** Opens the database for as long as the command runs, and migrates it. */
export async function readyDatabase(
	closing: Closing,
): Promise<{ urls: RoleUrls; server: EmbeddedServer | undefined }> {
	const database = await step("Database", async ({ say }) => {
		const opened = await openDatabase({ share: false });
		closing.add("The database", opened.close);
		for (const note of opened.notes) say(note);
		return opened;
	});
	await step("Migrations", async ({ say }) => {
		await migrate(database.urls.guildhall_owner, (name, milliseconds) =>
			say(`${name} (${Math.round(milliseconds)} ms)`),
		);
	});
	return { urls: database.urls, server: database.server };
}
