import { print } from "@/bench/measure/figure";
import { quantile, timed } from "@/bench/measure/timing";
import { inScenes, type Scene } from "@/bench/population/scene";
import type { GuildScope } from "@/lib/auth/scope";
import { readOverview } from "@/lib/overview/data";

type Read = (guild: GuildScope, search: Record<string, string>) => Promise<unknown>;

/** What each page of figures reads for a period. */
const pages: Record<string, Read> = { overview: readOverview };

const periods = { "30 days": { range: "30d" }, "365 days": { range: "1y" } };

/** A page's data of the largest guild for a period, in the database scope, and how it grows with the table. */
export async function run(args: string[]): Promise<void> {
	const first = new Map<string, number>();
	await inScenes(args, 60, async (scene, { rounds }) => {
		for (const [page, read] of Object.entries(pages)) {
			for (const [period, search] of Object.entries(periods)) {
				const times = await measure(scene, (guild) => read(guild, search), rounds);
				const figure = `${page}, ${period}`;
				report(figure, scene.messages, times, first.get(figure));
				if (!first.has(figure)) first.set(figure, quantile(times, 0.95));
			}
		}
	});
}

function measure(
	scene: Scene,
	read: (guild: GuildScope) => Promise<unknown>,
	rounds: number,
): Promise<number[]> {
	return scene.inScope("overview.read", (guild) => timed(rounds, () => read(guild)));
}

function report(figure: string, messages: number, times: number[], smaller: number | undefined): void {
	const value = quantile(times, 0.95);
	print({ figure: `${figure}, p50`, messages, value: quantile(times, 0.5), unit: "ms" });
	print({
		figure: `${figure}, p95`,
		messages,
		value,
		unit: "ms",
		target: "≤ 25 ms",
		...(smaller === undefined
			? {}
			: { ratio: value / smaller, against: "the smallest population", target: "≤ 25 ms, ratio ≤ 1.3" }),
	});
}
