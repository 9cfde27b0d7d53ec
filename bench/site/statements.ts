import type pg from "pg";
import { print } from "@/bench/measure/figure";
import { statementsDuring, withStatementsLogged } from "@/bench/measure/server-log";
import { connected } from "@/scripts/database/roles";
import { fill, pages, parameters } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import type { Site } from "./site";

const TRIES = 2;

/**
 * Prints how many statements the web role runs for each page of the largest guild, BEGIN, entering and COMMIT included: the
 * fewest of some visits, since the server answers others too. Pages of things that no population has are left out.
 */
export async function printStatements({ scene, address, sessions }: Site): Promise<void> {
	const values = await examples(scene.guildId, scene.look);
	const known = pages().filter(
		(page) =>
			page.address.startsWith("/guilds/{guildId}") &&
			parameters(page.address).every((name) => values[name] !== undefined),
	);
	await connected(scene.adminUrl, (admin) =>
		withStatementsLogged(admin, async () => {
			for (const page of known) {
				const visit = () => visitPage(address + fill(page.address, values), sessions[0] ?? "");
				print({
					figure: `statements of ${page.address}`,
					messages: scene.messages,
					value: await fewest(admin, visit),
					unit: "statements",
					target: "≤ 40",
				});
			}
		}),
	);
}

async function fewest(admin: pg.ClientBase, visit: () => Promise<void>): Promise<number> {
	const counts: number[] = [];
	await visit();
	for (let round = 0; round < TRIES; round++)
		counts.push(await statementsDuring(admin, "guildhall_web", visit));
	return Math.min(...counts);
}

async function visitPage(url: string, session: string): Promise<void> {
	const response = await fetch(url, { headers: { cookie: `guildhall.session=${session}` } });
	await response.text();
	if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
}
