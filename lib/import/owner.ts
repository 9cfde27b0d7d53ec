import type pg from "pg";
import type { FileOutcome } from "@/lib/import/outcome";

/** What became of a claim: a sentence for the person, and whether the guild did not become theirs. */
export type Claim = { sentence: string; refused: boolean };

/**
 * Makes a person the administrator (level 6, by a grant) of every guild of the imported files. Direct messages belong
 * to nobody, and a guild where somebody else has access already is theirs to open.
 * @returns what became of it in each guild
 */
export async function claimGuilds(
	client: pg.ClientBase | pg.Pool,
	outcomes: FileOutcome[],
	userId: string,
): Promise<Claim[]> {
	const guilds = new Map(
		outcomes.flatMap(({ facts }) => (facts ? [[facts.head.guild.id, facts.head.guild.name]] : [])),
	);
	const claims: Claim[] = [];
	for (const [id, name] of guilds) {
		if (id === "0") {
			const sentence = "Direct messages have no administrator; --guild-owner does nothing for them.";
			claims.push({ sentence, refused: false });
			continue;
		}
		const { rows } = await client.query<{ done: boolean }>(
			"SELECT app.claim_guild($1, $2, 'npm run import --guild-owner') AS done",
			[id, userId],
		);
		const refused = !rows[0]?.done;
		const sentence = refused
			? `${userId} was not made the administrator of ${name} (${id}): somebody else has access there already, and can let them in under Access. The import itself stands.`
			: `${userId} administers ${name} (${id}).`;
		claims.push({ sentence, refused });
	}
	return claims;
}
