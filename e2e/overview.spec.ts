import { guilds } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the owner sees the figures, what needs attention, and where each leads", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}`);
	const tiles = page.getByRole("region", { name: "Figures for the period" });
	await expect(tiles.getByRole("link")).toHaveCount(8);
	await expect(tiles.getByRole("link", { name: /^Open tickets/ })).toHaveAttribute(
		"href",
		/\/analytics\/support/,
	);
	const attention = page.getByRole("region", { name: "Needs attention" });
	await expect(attention.getByText(/tickets? (is|are) open/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Top members" })).toBeVisible();
	await expectAccessible(page);
	await tiles.getByRole("link", { name: /^Open cases/ }).click();
	await expect(page).toHaveURL(/\/cases\?status=open$/);
});

test("the period is in the address and changes what is compared", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}`);
	await page.getByRole("link", { name: "7 days", exact: true }).click();
	await expect(page).toHaveURL(/\?range=7d$/);
	await expect(page.getByRole("link", { name: "7 days", exact: true })).toHaveAttribute(
		"aria-current",
		"true",
	);
	await page.goto(`/guilds/${guild.id}?range=1y`);
	await expect(page.getByRole("figure", { name: "Messages per week" })).toBeVisible();
	await page.goto(`/guilds/${guild.id}?range=nonsense&from=tomorrow`);
	await expect(page.getByRole("figure", { name: "Messages per day" })).toBeVisible();
});

test("a helper does not see who wrote most", { tag: "@desktop" }, async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}`);
	await expect(page.getByRole("figure", { name: "Top channels" })).toBeVisible();
	await expect(page.getByRole("figure", { name: "Top members" })).toHaveCount(0);
	await expect(page.getByRole("link", { name: /^Messages/ })).toHaveCount(0);
});

test("on a phone the tiles stand two in a row and nothing is cut off", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await login("owner");
	await page.goto(`/guilds/${guild.id}`);
	const [first, second] = await page
		.getByRole("region", { name: "Figures for the period" })
		.getByRole("link")
		.all();
	expect((await first?.boundingBox())?.y).toBe((await second?.boundingBox())?.y);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});

test("a server that the bot left says since when, and how to have it back", async ({ page, login }) => {
	await login("owner");
	await page.goto(`/guilds/${guilds.left.id}`);
	const banner = page.getByRole("region", { name: "The bot has left" });
	await expect(banner).toContainText("The bot left this server on");
	await expect(banner.getByRole("link", { name: "Add the bot again" })).toHaveAttribute(
		"href",
		/oauth2\/authorize/,
	);
});

test.describe("without a script", () => {
	test.use({ javaScriptEnabled: false });

	test("tiles and charts are there to be read", async ({ page, login, guild }) => {
		await login("owner");
		await page.goto(`/guilds/${guild.id}`);
		await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
		const chart = page.getByRole("figure", { name: "Messages per day" });
		await expect(chart.locator("path").first()).toBeVisible();
		await chart.getByText("Table", { exact: true }).click();
		await expect(chart.getByRole("table")).toBeVisible();
	});
});
