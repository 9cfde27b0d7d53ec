import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the tree marks what @everyone cannot see, and says who can", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/channels`);
	await expectAccessible(page);
	const row = page.getByRole("row").filter({ hasText: "mod-log" });
	await expect(row).toContainText("Private");
	await row.locator("[data-row-link]").click();
	await expect(page.getByRole("heading", { level: 1, name: /mod-log/ })).toBeVisible();
	const viewing = page.locator("details").filter({ has: page.getByText("View Channels", { exact: true }) });
	await expect(viewing).toContainText("Denied for @everyone in this channel");
	await page.getByRole("button", { name: /^Role/ }).click();
	await page.getByRole("option", { name: "Moderator", exact: true }).click();
	await expect(page).toHaveURL(/role=\d+/);
	await expect(viewing).toContainText("Allowed for Moderator in this channel");
	await expectAccessible(page);
});

test("overwrites are said in words", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/channels`);
	await page.getByRole("row").filter({ hasText: "announcements" }).locator("[data-row-link]").click();
	await page.getByRole("link", { name: /^Overwrites/ }).click();
	await expect(
		page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "@everyone" }) }),
	).toContainText("Denied");
	await expectAccessible(page);
});

test("a forum lists its posts, on a phone too", async ({ page, login, guild }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await login("helper");
	await page.goto(`/guilds/${guild.id}/channels`);
	await expectNoSidewaysScroll(page);
	await page.getByRole("row").filter({ hasText: "ask-for-help" }).first().locator("[data-row-link]").click();
	await page.getByRole("link", { name: /^Threads/ }).click();
	await expect(page.getByRole("table", { name: "Threads" }).getByRole("row").nth(5)).toBeVisible();
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});
