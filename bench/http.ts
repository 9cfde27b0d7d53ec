import { print } from "@/bench/measure/figure";
import { loadOf } from "@/bench/site/load";
import { inSite, type Site } from "@/bench/site/site";

const SECONDS = 6;
const ROUNDS = 3;

/** A guarded read through a route handler against an empty one of the same build, in turns; and the memory it takes. */
export async function run(args: string[]): Promise<void> {
	await inSite(args, async (site) => {
		const guarded = `${site.address}/api/v1/guilds/${site.scene.guildId}/members?limit=50`;
		const empty = `${site.address}/api/bench`;
		await loadOf(guarded, site.sessions, { seconds: 3 });
		await loadOf(empty, site.sessions, { seconds: 3 });
		const rounds: { guarded: number; empty: number }[] = [];
		let memory = 0;
		for (let round = 0; round < ROUNDS; round++) {
			const free = await loadOf(empty, site.sessions, { seconds: SECONDS });
			const { load, peak } = await watched(site, () => loadOf(guarded, site.sessions, { seconds: SECONDS }));
			if (load.failed > 0) throw new Error(`${load.failed} guarded reads were refused`);
			memory = Math.max(memory, peak);
			rounds.push({ guarded: load.perSecond, empty: free.perSecond });
		}
		const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
		print({
			figure: "one guarded read of 50 members through a route handler",
			messages: site.scene.messages,
			value: middle(rounds.map((round) => round.guarded)),
			unit: "requests/s",
			ratio: middle(rounds.map((round) => round.guarded / round.empty)),
			against: "an empty route handler of the same build",
			target: "ratio ≥ 0.6",
		});
		print({
			figure: "memory of the web process under that load",
			messages: site.scene.messages,
			value: memory,
			unit: "MiB",
			target: "≤ 350 MB",
		});
	});
}

async function watched<T>(site: Site, work: () => Promise<T>): Promise<{ load: T; peak: number }> {
	let peak = 0;
	const timer = setInterval(() => {
		void site.memory().then((now) => {
			peak = Math.max(peak, now);
		});
	}, 500);
	try {
		return { load: await work(), peak };
	} finally {
		clearInterval(timer);
	}
}
