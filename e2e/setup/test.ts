import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { PersonKey } from "@/prisma/seed/world/types";
import { guilds, login } from "@/tests/setup/login";

type Fixtures = {
	/** Signs a person of the demo in: a row in the database and a cookie in the browser. */
	login: (person: PersonKey) => Promise<void>;
	/** The demo's medium server, Lantern Harbor. */
	guild: { id: string; name: string };
	/** Fails the test on any error in the page or its console; on by itself. */
	quiet: undefined;
};

/**
 * Errors that a refused request, or a stream that breaks off, leaves in the console by itself: the page's own handling is
 * what a test looks at.
 */
const REFUSED =
	/Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INCOMPLETE_CHUNKED_ENCODING)/;

export const test = base.extend<Fixtures>({
	login: async ({ context, baseURL }, use) => {
		await use(async (person) => {
			await context.addCookies([
				{ name: "guildhall.session", value: await login(person), url: baseURL ?? "" },
			]);
		});
	},
	guild: async ({ baseURL: _ }, use) => {
		await use({ id: guilds.medium.id, name: guilds.medium.name });
	},
	quiet: [
		async ({ page }, use) => {
			const errors: string[] = [];
			page.on("pageerror", (error) => errors.push(String(error)));
			page.on("console", (message) => {
				if (message.type() === "error" && !REFUSED.test(message.text())) errors.push(message.text());
			});
			await use(undefined);
			expect(errors, "errors in the page").toEqual([]);
		},
		{ auto: true },
	],
});

/** Rows of a table behind its first dozen: made as those are, and most of what axe would have to do. */
const MORE_ROWS = "tbody tr:nth-child(n+13)";

/**
 * No violation that axe finds, at any impact. Behind a link the title comes after the page, so it is waited for.
 * @param rules `only` these of its rules, or all `except` these; `rows` looked at in a table are the first dozen or all
 */
export async function expectAccessible(
	page: Page,
	rules: { only?: string[]; except?: string[]; rows?: "all" } = {},
): Promise<void> {
	await expect(page).toHaveTitle(/\S/);
	// To describe what is well done would take longer than to find what is not; and a page without frames needs no second
	// window to put their results together.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
	axe.disableRules(rules.except ?? []);
	if (rules.only) axe.withRules(rules.only);
	if (rules.rows !== "all") axe.exclude(MORE_ROWS);
	const { violations } = await axe.analyze();
	expect(
		violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(", ")}`),
	).toEqual([]);
}

/** Nothing stands outside the window, so that nobody scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
}

export { expect };
