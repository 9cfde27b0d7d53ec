import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./setup/test";

/** Opens the palette and types as soon as it listens. */
async function ask(page: Page, words: string): Promise<void> {
	await page.keyboard.press("ControlOrMeta+k");
	await expect(page.getByRole("dialog", { name: "Go to anything" }).getByRole("combobox")).toBeFocused();
	await page.keyboard.type(words);
}

test("Ctrl-K leads to a case by its number, to a member by name and to a page, with keys alone", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/roles`);
	const palette = page.getByRole("dialog", { name: "Go to anything" });
	const best = palette.getByRole("option", { selected: true });
	await ask(page, "12");
	await expect(best).toHaveText(/^Case 12 · /);
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(`/guilds/${guild.id}/cases/12`);

	await ask(page, "ines oka");
	await expect(best).toHaveText(/^Ines Okafor/);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("Ines Okafor");

	await ask(page, "lounge");
	await expect(best).toHaveText(/lounge/i);
	await expect(best.locator("svg")).toHaveClass(/lucide-volume/);
	await page.keyboard.press("Escape");

	await ask(page, "commands");
	await expect(best).toHaveText(/^Commands/);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(`/guilds/${guild.id}/commands`);

	await ask(page, "growth");
	await expect(best).toHaveText("Analytics · Growth");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(`/guilds/${guild.id}/analytics/growth`);
});

test("a search in Ctrl-K that finds nothing says so and opens nothing", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/roles`);
	await ask(page, "nobody is called this");
	const palette = page.getByRole("dialog", { name: "Go to anything" });
	await expect(palette.getByText("Nothing found")).toBeVisible();
	await expect(palette.getByRole("option")).toHaveCount(0);
	await page.keyboard.press("Enter");
	await expect(palette).toBeVisible();
});

test("Ctrl-K pressed while the page’s code still loads opens the palette as soon as it can", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/_next/static/**/*.js", async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`/guilds/${guild.id}/roles`, { waitUntil: "commit" });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.keyboard.press("ControlOrMeta+k");
	release();
	await expect(page.getByRole("dialog", { name: "Go to anything" }).getByRole("combobox")).toBeFocused();
});
