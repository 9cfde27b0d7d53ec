import type { Page } from "@playwright/test";
import { preferenceCookies } from "@/lib/i18n/config";
import { fill, pages } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { guilds } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

/** On a desktop's screen of 900 px the first row of a table stands no lower than this. */
const FIRST_ROW_Y = 220;
const SMALLEST_TEXT = 12;

/** What a document is called that was given no name. */
const NAMELESS = "Guildhall · The control room for your Discord server";

/** The page's own part of the document; what is streamed stands below the frame when no script moves it. */
const CONTENT = "#content, div[id^='S:']";

const DATA = "tbody tr, figure, li, dl, fieldset";

const open = ["/", "/sign-in"];
const all = pages().map(({ address }) => address);
/** The start page has the product's own name, and both of these lead on whoever is signed in. */
const named = all.filter((address) => !open.includes(address));

/** Whoever may see most of it; the fleet is for those who run the bot. */
function personOf(address: string): "operator" | "owner" {
	return address === "/fleet" ? "operator" : "owner";
}

/** Text that is drawn smaller than people can read, by what it says. */
function tooSmall(page: Page): Promise<string[]> {
	return page.evaluate((least) => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement;
			const said = node.textContent?.trim() ?? "";
			if (parent === null || said === "" || !parent.checkVisibility()) continue;
			if (parent.closest("script, style, noscript, .sr-only")) continue;
			if (Number.parseFloat(getComputedStyle(parent).fontSize) < least) found.push(said.slice(0, 40));
		}
		return found;
	}, SMALLEST_TEXT);
}

async function expectWellMade(page: Page, isMobile: boolean): Promise<void> {
	await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
	await expectAccessible(page, isMobile ? { except: ["color-contrast"] } : { rows: "all" });
	await expectNoSidewaysScroll(page);
	expect(await tooSmall(page), "text below 12 px").toEqual([]);
}

/**
 * The theme is a class of the document, so the other one needs no second visit; only contrast depends on it. A phone has
 * the colours of a desktop. Colours that fade from one theme to the other are measured when they have arrived.
 */
async function expectReadableInLight(page: Page): Promise<void> {
	await page.evaluate(() => document.documentElement.classList.replace("dark", "light"));
	await expect(page.locator("html")).toHaveClass(/\blight\b/);
	await page.evaluate(async () => {
		const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
		await Promise.allSettled(fading.map(({ finished }) => finished));
	});
	await expectAccessible(page, { only: ["color-contrast"] });
}

/** Tab and Enter bring whoever uses the keyboard past the frame. */
async function expectSkipLink(page: Page): Promise<void> {
	await page.keyboard.press("Tab");
	await expect(page.locator("a[href='#content']")).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.locator("#content")).toBeFocused();
}

async function expectRowsNearTheTop(page: Page): Promise<void> {
	const row = page.locator("main tbody tr").first();
	const box = (await row.count()) === 0 ? null : await row.boundingBox();
	expect(box?.y ?? 0).toBeLessThanOrEqual(FIRST_ROW_Y);
}

/** The names of tabs, bookmarks and the history: whoever has several pages open tells them apart by these. */
test("every page has a title of its own", { tag: "@desktop" }, async ({ context, login, baseURL }) => {
	const values = await examples(guilds.medium.id);
	const titles = new Map<string, string[]>();
	for (const person of ["owner", "operator"] as const) {
		await login(person);
		for (const address of named.filter((each) => personOf(each) === person)) {
			const html = await (await context.request.get(`${baseURL}${fill(address, values)}`)).text();
			const [head = ""] = html.split("</head>");
			const title = /<title>(.*?)<\/title>/.exec(head)?.[1] ?? "";
			titles.set(title, [...(titles.get(title) ?? []), address]);
		}
	}
	expect([...titles].filter(([title, pages]) => title === NAMELESS || pages.length > 1)).toEqual([]);
	const ofServer = [...titles].filter(([, [address]]) => address?.startsWith("/guilds/{guildId}"));
	expect(ofServer.filter(([title]) => !title.includes(guilds.medium.name))).toEqual([]);
});

for (const address of all) {
	const behind = !open.includes(address);
	const person = personOf(address);
	const isList = /^\/guilds\/\{guildId\}\/(?!analytics|explore|report)\w+$/.test(address);

	test(`${address} is well made, light and dark`, async ({ page, login, context, baseURL, isMobile }) => {
		await context.addCookies([{ name: preferenceCookies.theme, value: "dark", url: baseURL ?? "" }]);
		if (behind) await login(person);
		const response = await page.goto(fill(address, await examples(guilds.medium.id)));
		expect(response?.status()).toBe(200);
		await expectWellMade(page, isMobile);
		if (!isMobile) await expectReadableInLight(page);
		if (isList && !isMobile) await expectRowsNearTheTop(page);
		if (behind) await expectSkipLink(page);
	});
}

/** Visited one after the other in one window: what is asked of them costs little beside opening one. */
const parts: [string, string[]][] = [
	["pages that are open to all", open],
	["pages of people", all.filter((each) => !open.includes(each) && !each.startsWith("/guilds/"))],
	["pages of analytics", all.filter((each) => each.includes("/analytics"))],
	["pages of a server", all.filter((each) => each.startsWith("/guilds/") && !each.includes("/analytics"))],
];

for (const [part, addresses] of parts)
	for (const person of new Set(addresses.map(personOf)))
		test(`${part} show the ${person} their data before any script runs`, { tag: "@desktop" }, async ({
			page,
			login,
			browser,
			baseURL,
		}) => {
			const behind = addresses !== open;
			if (behind) await login(person);
			const bare = await browser.newPage({
				javaScriptEnabled: false,
				storageState: await page.context().storageState(),
				...(baseURL === undefined ? {} : { baseURL }),
			});
			const values = await examples(guilds.medium.id);
			for (const address of addresses.filter((each) => personOf(each) === person)) {
				await bare.goto(fill(address, values));
				await expect(bare.getByRole("heading", { level: 1 }), address).toBeVisible();
				const data = bare.locator(CONTENT).locator(DATA).filter({ visible: true });
				if (behind) await expect(data.first(), address).toBeVisible();
			}
			await bare.close();
		});
