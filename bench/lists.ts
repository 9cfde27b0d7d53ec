import { type Asked, type Examples, exampleQueries } from "@/bench/lists/asked";
import { auditLists, executionLists } from "@/bench/lists/history";
import { messageLists } from "@/bench/lists/messages";
import { caseLists } from "@/bench/lists/moderation";
import { memberLists } from "@/bench/lists/people";
import { print } from "@/bench/measure/figure";
import { quantile, timed } from "@/bench/measure/timing";
import { inScenes, type Scene } from "@/bench/population/scene";

const PAGE = 50;
const DEEP = 10_000;

/** One page of every list with every filter: the first, and the 10,000th or the last one that is full. */
export async function run(args: string[]): Promise<void> {
	await inScenes(args, 40, async (scene, { rounds }) => {
		const examples = await findExamples(scene);
		const lists = [memberLists, messageLists, executionLists, auditLists, caseLists];
		for (const asked of lists.flatMap((list) => list(examples))) await measure(scene, asked, rounds);
	});
}

async function findExamples({ look, guildId }: Scene): Promise<Examples> {
	const found = await Promise.all(
		Object.entries(exampleQueries).map(async ([name, query]) => {
			const [row] = await look<{ id: string }>(query, [guildId]);
			return [name, row?.id ?? "0"] as const;
		}),
	);
	return Object.fromEntries(found) as Examples;
}

async function measure(scene: Scene, asked: Asked, rounds: number): Promise<void> {
	const at = await deepPlace(scene, asked);
	await scene.inScope(asked.permission, async (guild) => {
		const first = await timed(rounds, () => asked.page(guild, undefined));
		const figure = `${asked.list} by ${asked.filter}`;
		print({
			figure: `${figure}, page 1, p95`,
			messages: scene.messages,
			value: quantile(first, 0.95),
			unit: "ms",
			target: "≤ 15 ms",
		});
		if (at === undefined) return;
		const deep = await timed(rounds, () => asked.page(guild, at.cursor));
		print({
			figure: `${figure}, page ${at.page.toLocaleString("en")}, p95`,
			messages: scene.messages,
			value: quantile(deep, 0.95),
			unit: "ms",
			ratio: quantile(deep, 0.5) / quantile(first, 0.5),
			against: "page 1, medians",
			target: "≤ 15 ms, ratio ≤ 1.5",
		});
	});
}

/** The cursor of the deepest page up to the 10,000th that is full; found by counting, as no page is. */
async function deepPlace(
	{ look, guildId }: Scene,
	{ rows, order, position, cursor }: Asked,
): Promise<{ page: number; cursor: string } | undefined> {
	const most = (DEEP - 1) * PAGE;
	const [counted] = await look<{ count: number }>(
		`SELECT count(*)::int AS count FROM (SELECT FROM ${rows} LIMIT ${most + PAGE}) AS few`,
		[guildId],
	);
	const pages = Math.floor((counted?.count ?? 0) / PAGE);
	if (pages < 2) return undefined;
	const [row] = await look<{ position: string[] }>(
		`SELECT ARRAY[${position}] AS position FROM ${rows} ORDER BY ${order} OFFSET ${(pages - 1) * PAGE - 1} LIMIT 1`,
		[guildId],
	);
	return row ? { page: pages, cursor: cursor(row.position) } : undefined;
}
