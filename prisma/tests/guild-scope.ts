import type { Level } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import type { Sql } from "@/lib/db/sql";
import type { TestDatabase } from "./database";
import { entered } from "./people";

type Visitor = { token: string; userId: string; level: Level };

/** The scope of a page, on the web role, with what hand-written SQL needs of it. */
export function inScope<T>(
	db: TestDatabase,
	guildId: string,
	{ token, userId, level }: Visitor,
	work: (scope: GuildScope) => Promise<T>,
): Promise<T> {
	return entered(db, token, guildId, (client) => {
		const rows = async <R>({ text, values }: Sql) =>
			(await client.query({ text, values: values as unknown[] })).rows as R[];
		return work({
			guildId,
			actor: { userId, level },
			rows,
			one: async <R>(query: Sql) => (await rows<R>(query))[0],
			get db(): never {
				throw new Error("these statements are written by hand");
			},
		});
	});
}
