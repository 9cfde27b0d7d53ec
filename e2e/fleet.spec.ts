import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("an operator finds the fleet in the account menu", async ({ page, login }) => {
	await login("operator");
	await page.goto("/guilds");
	await page.getByRole("button", { name: /account, theme and language/ }).click();
	await page.getByRole("link", { name: "Fleet" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Fleet" })).toBeVisible();
	const shards = page.getByRole("table", { name: "Shards" });
	await expect(shards.getByRole("row").nth(1)).toBeVisible();
	await expect(page.getByRole("table", { name: "Monthly tables" })).toContainText("discord_messages");
	await expect(page.getByRole("heading", { name: "Messages per day" })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test("for everybody else there is no fleet", { tag: "@desktop" }, async ({ page, login }) => {
	await login("owner");
	await page.goto("/guilds");
	await page.getByRole("button", { name: /account, theme and language/ }).click();
	await expect(page.getByRole("link", { name: "Account" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Fleet" })).toHaveCount(0);
	const response = await page.goto("/fleet");
	expect(response?.status()).toBe(404);
});
