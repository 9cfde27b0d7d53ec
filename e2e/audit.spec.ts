import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the owner reads the timeline, opens a change and sees it in its chain", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/audit`);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.getByRole("navigation", { name: "Log" }).getByRole("link", { name: "Dashboard" }).click();
	await expect(page).toHaveURL(/source=change/);
	await page.locator("tbody tr").first().getByRole("link").click();
	await expect(page).toHaveURL(/entry=change-\d+/);
	const panel = page.getByRole("complementary", { name: "Audit entry" });
	await expect(panel.getByText(/is intact/)).toBeVisible();
	await panel.getByText("As stored").click();
	await expect(panel.getByText(/"after"/)).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(panel).toBeHidden();
});

test("older entries load by scrolling", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/audit?source=discord`);
	const rows = page.locator("tbody tr");
	await expect(rows).toHaveCount(50);
	await rows.last().scrollIntoViewIfNeeded();
	await expect.poll(() => rows.count()).toBeGreaterThan(50);
});

test("a moderator has the bot's and Discord's log only, a helper has none", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/audit`);
	const logs = page.getByRole("navigation", { name: "Log" });
	await expect(logs.getByRole("link")).toHaveText(["All", "Bot", "Discord"]);
	await login("helper");
	expect((await page.goto(`/guilds/${guild.id}/audit`))?.status()).toBe(404);
});
