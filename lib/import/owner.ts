import type pg from "pg";
import type { FileOutcome } from "@/lib/import/outcome";

/**
 * Makes a person the administrator (level 6, by a grant) of every guild of the imported files. Direct messages belong
 * to nobody, and a guild where somebody else has access already is theirs to open.
 * @returns a sentence for each guild
 */
export async function claimGuilds(
	client: pg.ClientBase | pg.Pool,
	outcomes: FileOutcome[],
	userId: string,
): Promise<string[]> {
	const guilds = new Map(
		outcomes.flatMap(({ facts }) => (facts ? [[facts.head.guild.id, facts.head.guild.name]] : [])),
	);
	const sentences: string[] = [];
	for (const [id, name] of guilds) {
		if (id === "0") {
			sentences.push("Direct messages have no administrator; --guild-owner does nothing for them.");
			continue;
		}
		const { rows } = await client.query<{ done: boolean }>(
			"SELECT app.claim_guild($1, $2, 'npm run import --guild-owner') AS done",
			[id, userId],
		);
		sentences.push(
			rows[0]?.done
				? `${userId} administers ${name} (${id}).`
				: `${name} (${id}) has an administrator already: only they can let ${userId} in, under Access.`,
		);
	}
	return sentences;
}
