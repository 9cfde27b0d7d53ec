import { afterAll } from "vitest";
import { testDatabase } from "./database";
import { makeGuild } from "./people";

/** A database with two empty guilds for all tests of a file, dropped after the last; call it at the top of the file. */
export async function twoGuilds() {
	const db = await testDatabase();
	afterAll(() => db.drop());
	return {
		db,
		/** Ids of the guilds. */
		guild: await makeGuild(db, "Guild"),
		other: await makeGuild(db, "Other"),
		/** Runs a statement as the owner, whom no guild confines. */
		owner: (text: string, parameters: unknown[] = []) => db.pool("guildhall_owner").query(text, parameters),
	};
}
