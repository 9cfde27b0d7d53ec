import type { BrowserContext, Page } from "@playwright/test";

/** How a page loads and answers: milliseconds, and for shifts a share of the window. Medians of some visits. */
export type Vitals = { lcp: number; cls: number; inp: number };

const VISITS = 5;

declare global {
	interface Window {
		/** What the page's observers have seen. */
		benchVitals: Vitals;
	}
}

/** Visits a page some times, the first of which only warms up, and uses it each time: menus, the palette, keys. */
export async function vitals(context: BrowserContext, url: string): Promise<Vitals> {
	const seen: Vitals[] = [];
	for (let visit = 0; visit <= VISITS; visit++) {
		const page = await context.newPage();
		// The loader of this file names functions by a helper that no page has.
		await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
		await page.addInitScript(observe);
		await page.goto(url, { waitUntil: "networkidle" });
		await use(page);
		const found = await page.evaluate(() => window.benchVitals);
		if (found.lcp === 0) throw new Error(`the browser told of no paint of ${url}`);
		if (visit > 0) seen.push(found);
		await page.close();
	}
	const middle = (pick: (one: Vitals) => number) =>
		seen.map(pick).toSorted((a, b) => a - b)[VISITS >> 1] ?? 0;
	return { lcp: middle(({ lcp }) => lcp), cls: middle(({ cls }) => cls), inp: middle(({ inp }) => inp) };
}

/** Runs in the page. */
function observe(): void {
	const seen: Vitals = { lcp: 0, cls: 0, inp: 0 };
	window.benchVitals = seen;
	const watch = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
			type,
			buffered: true,
			...more,
		});
	watch("largest-contentful-paint", ({ startTime }) => {
		seen.lcp = startTime;
	});
	watch("layout-shift", (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) seen.cls += value;
	});
	watch(
		"event",
		(entry) => {
			const { interactionId } = entry as PerformanceEntry & { interactionId?: number };
			if (interactionId) seen.inp = Math.max(seen.inp, entry.duration);
		},
		{ durationThreshold: 16 },
	);
}

async function use(page: Page): Promise<void> {
	const palette = page.getByRole("dialog");
	await page.keyboard.press("Control+k");
	await palette.getByRole("combobox").waitFor();
	await page.keyboard.type("mem");
	await page.keyboard.press("Escape");
	await palette.waitFor({ state: "hidden" });
	for (const button of (await page.locator("main button:visible").all()).slice(0, 4)) {
		await button.click();
		await page.keyboard.press("Escape");
	}
	await page.mouse.click(5, 5);
}
