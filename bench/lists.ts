import { type Asked, type Examples, exampleQueries } from "@/bench/lists/asked";
import { auditLists, executionLists } from "@/bench/lists/history";
import { messageLists } from "@/bench/lists/messages";
import { caseLists } from "@/bench/lists/moderation";
import { memberLists } from "@/bench/lists/people";
import { choice } from "@/bench/measure/choice";
import { print } from "@/bench/measure/figure";
import { noting, type Statements, tell } from "@/bench/measure/statements";
import { quantile, timed } from "@/bench/measure/timing";
import { inScenes, type Scene } from "@/bench/population/scene";
import type { GuildScope } from "@/lib/auth/scope";

const PAGE = 50;
const DEEP = 10_000;

/**
 * One page of every list with every filter: the first, and the 10,000th or the last one that is full.
 * `--only "messages by"` measures those whose names hold that; `--statements` tells on stderr what each statement takes.
 */
export async function run(args: string[]): Promise<void> {
	const { only = "", statements = false } = choice(args);
	await inScenes(args, 40, async (scene, { rounds }) => {
		const examples = await findExamples(scene);
		const lists = [memberLists, messageLists, executionLists, auditLists, caseLists];
		for (const asked of lists.flatMap((list) => list(examples)))
			if (nameOf(asked).includes(only)) await measure(scene, asked, { rounds, statements });
	});
}

const nameOf = ({ list, filter }: Asked): string => `${list} by ${filter}`;

async function findExamples({ look, guildId }: Scene): Promise<Examples> {
	const found = await Promise.all(
		Object.entries(exampleQueries).map(async ([name, query]) => {
			const [row] = await look<{ id: string }>(query, [guildId]);
			return [name, row?.id ?? "0"] as const;
		}),
	);
	return Object.fromEntries(found) as Examples;
}

type How = { rounds: number; statements: boolean };

async function measure(scene: Scene, asked: Asked, how: How): Promise<void> {
	const at = await deepPlace(scene, asked);
	await scene.inScope(asked.permission, async (guild) => {
		const first = await measurePage(guild, asked, { ...how, figure: `${nameOf(asked)}, page 1` });
		report(scene, first, { target: "≤ 15 ms" });
		if (at === undefined) return;
		const figure = `${nameOf(asked)}, page ${at.page.toLocaleString("en")}`;
		const deep = await measurePage(guild, asked, { ...how, figure, cursor: at.cursor });
		report(scene, deep, {
			ratio: quantile(deep.times, 0.5) / quantile(first.times, 0.5),
			against: "page 1, medians",
			target: "≤ 15 ms, ratio ≤ 1.5",
		});
	});
}

type Measured = { figure: string; times: number[] };

async function measurePage(
	guild: GuildScope,
	{ page }: Asked,
	{ figure, cursor, rounds, statements }: How & { figure: string; cursor?: string },
): Promise<Measured> {
	const times = await timed(rounds, () => page(guild, cursor));
	if (statements) {
		const noted: Statements = new Map();
		await timed(10, () => page(noting(guild, noted), cursor), 0);
		tell(figure, noted);
	}
	return { figure, times };
}

function report(
	{ messages }: Scene,
	{ figure, times }: Measured,
	aim: { ratio?: number; against?: string; target: string },
): void {
	print({ figure: `${figure}, p95`, messages, value: quantile(times, 0.95), unit: "ms", ...aim });
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
