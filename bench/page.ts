import { chromium } from "@playwright/test";
import { print } from "@/bench/measure/figure";
import { loadOf } from "@/bench/site/load";
import { inSite, type Site } from "@/bench/site/site";
import { printStatements } from "@/bench/site/statements";
import { vitals } from "@/bench/site/vitals";
import { chromium as browserPath } from "@/scripts/lifecycle/chromium";

const SECONDS = 8;

/**
 * Pages against the same pages fed from a constant, how the overview loads and answers in a browser, and how many statements
 * each page runs.
 */
export async function run(args: string[]): Promise<void> {
	await inSite(args, async (site) => {
		const guild = `/guilds/${site.scene.guildId}`;
		await compare(site, "the overview", guild);
		await compare(site, "the members' page", `${guild}/members`);
		await measureVitals(site, guild);
		await printStatements(site);
	});
}

async function compare(site: Site, figure: string, path: string): Promise<void> {
	const url = site.address + path;
	// One person, so that what is recorded is what is asked for.
	const session = site.sessions.slice(0, 1);
	const recorded = await fetch(url, {
		headers: { cookie: `guildhall.session=${session[0]}`, "x-bench": "record" },
	});
	await recorded.text();
	const ratios: number[] = [];
	const speeds: number[] = [];
	for (let round = 0; round < 3; round++) {
		const constant = await loadOf(url, session, { seconds: SECONDS / 2, headers: { "x-bench": "constant" } });
		const real = await loadOf(url, session, { seconds: SECONDS / 2 });
		if (real.failed + constant.failed > 0)
			throw new Error(`${path}: ${real.failed} and ${constant.failed} refused`);
		ratios.push(real.perSecond / constant.perSecond);
		speeds.push(real.perSecond);
	}
	print({
		figure: `${figure}, rendered on the server`,
		messages: site.scene.messages,
		value: speeds.toSorted((a, b) => a - b)[1] ?? 0,
		unit: "pages/s",
		ratio: ratios.toSorted((a, b) => a - b)[1] ?? 0,
		against: "the same page fed from a constant",
		target: "ratio ≥ 0.75",
	});
}

async function measureVitals(site: Site, path: string): Promise<void> {
	const browser = await chromium.launch({ executablePath: await browserPath((line) => console.error(line)) });
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await context.addCookies([
			{ name: "guildhall.session", value: site.sessions[0] ?? "", url: site.address },
		]);
		const { lcp, cls, inp } = await vitals(context, site.address + path);
		const messages = site.scene.messages;
		print({
			figure: "overview, largest contentful paint",
			messages,
			value: lcp,
			unit: "ms",
			target: "≤ 600 ms",
		});
		print({ figure: "overview, cumulative layout shift", messages, value: cls, unit: "", target: "≤ 0.02" });
		print({
			figure: "overview, interaction to next paint",
			messages,
			value: inp,
			unit: "ms",
			target: "≤ 100 ms",
		});
	} finally {
		await browser.close();
	}
}
