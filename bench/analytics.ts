import { choice } from "@/bench/measure/choice";
import { print } from "@/bench/measure/figure";
import { noting, type Statements, tell } from "@/bench/measure/statements";
import { quantile, timed } from "@/bench/measure/timing";
import { narrowings } from "@/bench/population/narrowings";
import { inScenes, type Scene } from "@/bench/population/scene";
import type { GuildScope } from "@/lib/auth/scope";
import { routeFiles } from "@/tests/setup/app-tree";

/** What a route's handler reads for a period. */
type Read = (call: { guild: GuildScope; params: object; query: object }) => Promise<unknown>;

const periods = { "30 days": { range: "30d" }, "365 days": { range: "1y" } };

/**
 * The data of the overview and of every tab of analytics, for periods of the largest guild, in the database scope.
 * `--only moderation` measures one of them, `--narrowed` the tabs with each of their filters instead; `--statements` tells
 * on stderr what each statement takes.
 */
export async function run(args: string[]): Promise<void> {
	const { only, statements, narrowed } = choice(args);
	const pages = (await readers()).filter(([page]) => only === undefined || page.endsWith(only));
	const smallest = new Map<string, number>();
	await inScenes(args, 60, async (scene, { rounds }) => {
		for (const { name, read, filters } of narrowed ? await narrowedPages(scene, pages) : whole(pages)) {
			for (const [period, range] of Object.entries(periods)) {
				const query = { ...range, ...filters };
				const times = await measure(scene, read, query, rounds);
				const figure = `${name}, ${period}`;
				report(figure, scene.messages, times, smallest.get(figure));
				if (!smallest.has(figure)) smallest.set(figure, quantile(times, 0.5));
				if (statements) tell(figure, await statementsOf(scene, read, query));
			}
		}
	});
}

type Page = { name: string; read: Read; filters: object };

const whole = (pages: readonly [string, Read][]): Page[] =>
	pages.map(([name, read]) => ({ name, read, filters: {} }));

async function narrowedPages(scene: Scene, pages: readonly [string, Read][]): Promise<Page[]> {
	const filters = await narrowings(scene);
	return pages.flatMap(([name, read]) =>
		filters
			.filter(({ page }) => name === `analytics/${page}`)
			.map(({ to, query }) => ({ name: `${name} of ${to}`, read, filters: query })),
	);
}

/** Found from the file tree, so that a new tab is measured too. */
async function readers(): Promise<[string, Read][]> {
	const found = routeFiles().flatMap(({ address, file }) => {
		const name = /^\/api\/v1\/guilds\/\{guildId\}\/(overview|analytics\/\w+)$/.exec(address)?.[1];
		return name === undefined ? [] : [{ name, file }];
	});
	return Promise.all(
		found.map(async ({ name, file }): Promise<[string, Read]> => [name, handlerOf(await import(file), file)]),
	);
}

function handlerOf(module: { GET?: { spec?: { handler?: unknown } } }, file: string): Read {
	const handler = module.GET?.spec?.handler;
	if (typeof handler !== "function") throw new Error(`${file} declares no GET`);
	return (call) => handler(call);
}

/** Everything that one page reads, one statement after the other as the page does it. */
function measure(scene: Scene, read: Read, query: object, rounds: number): Promise<number[]> {
	return scene.inScope("overview.read", (guild) => timed(rounds, () => read({ guild, params: {}, query })));
}

/** What each statement of a page takes, in some runs of their own: the noting costs a little. */
async function statementsOf(scene: Scene, read: Read, query: object): Promise<Statements> {
	const statements: Statements = new Map();
	await scene.inScope("overview.read", (guild) =>
		timed(10, () => read({ guild: noting(guild, statements), params: {}, query }), 0),
	);
	return statements;
}

function report(figure: string, messages: number, times: number[], smaller: number | undefined): void {
	const middle = quantile(times, 0.5);
	print({
		figure: `${figure}, p50`,
		messages,
		value: middle,
		unit: "ms",
		...(smaller === undefined
			? {}
			: { ratio: middle / smaller, against: "the smallest population", target: "ratio ≤ 1.3" }),
	});
	print({ figure: `${figure}, p95`, messages, value: quantile(times, 0.95), unit: "ms", target: "≤ 25 ms" });
}
