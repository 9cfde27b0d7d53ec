import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("a command leads to its executions, and one of them opens beside the list", async ({
	page,
	login,
	guild,
}) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/commands?range=90d`);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.getByRole("link", { name: /\/rank/ }).click();
	await expect(page).toHaveURL(/\/commands\/executions\?range=90d&command=rank/);
	const rows = page.locator("tbody tr");
	await expect(rows.first()).toContainText("/rank");
	await rows.first().getByRole("link").first().click();
	await expect(page).toHaveURL(/[?&]execution=\d+/);
	const panel = page.getByRole("complementary", { name: "Execution" });
	await expect(panel.getByText("Responded")).toBeVisible();
	await expectAccessible(page);
	await panel.getByRole("link", { name: "Open as a page" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Execution" })).toBeVisible();
	await expectAccessible(page);
});

test("executions are narrowed to errors, with the reason of each", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/commands/executions?range=90d`);
	await page.getByRole("button", { name: "Filter", exact: true }).click();
	await page.getByLabel("Outcome").selectOption("error");
	await expect(page).toHaveURL(/outcome=error/);
	await page.keyboard.press("Escape");
	await expect(page.getByRole("button", { name: "Remove filter Outcome: Error" })).toBeVisible();
	await expect(page.locator("tbody tr").first()).toContainText("Error");
	await expectNoSidewaysScroll(page);
});

test("an execution of nobody answers 404, and the list says so in its panel", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("helper");
	const response = await page.goto(`/guilds/${guild.id}/commands/executions/41943040001`);
	expect(response?.status()).toBe(404);
	await page.goto(`/guilds/${guild.id}/commands/executions?execution=41943040001`);
	await expect(page.getByText("Execution not found")).toBeVisible();
});
