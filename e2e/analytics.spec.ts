import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the period stays from tab to tab, and what is compared and how long a point is are in the address", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics`);
	await expect(page.getByRole("figure", { name: "Messages per day" })).toBeVisible();
	await page.getByRole("link", { name: "90 days", exact: true }).click();
	await expect(page).toHaveURL(/\?range=90d$/);
	await page.getByLabel("Each point is").selectOption("week");
	await expect(page).toHaveURL(/by=week/);
	await expect(page.getByRole("figure", { name: "Messages per week" })).toBeVisible();
	const figures = page.getByRole("region", { name: "Figures for the period" });
	await expect(figures.getByText(/better|worse|No change/).first()).toBeVisible();
	await page.getByLabel("Compare with").selectOption("none");
	await expect(page).toHaveURL(/compare=none/);
	await expect(figures.getByText(/better|worse|No change/)).toHaveCount(0);
	await page
		.getByRole("navigation", { name: "Analytics sections" })
		.getByRole("link", { name: "Voice" })
		.click();
	await expect(page).toHaveURL(/\/analytics\/voice\?range=90d&by=week&compare=none$/);
	await expect(page.getByRole("figure", { name: "Time in voice per week" })).toBeVisible();
});

test("a channel and members are asked for one at a time", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics`);
	await page.getByLabel("Kind of member").selectOption("people");
	await expect(page).toHaveURL(/kind=people/);
	await expect(page.getByText(/^For some of the members/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Busiest channels" })).toHaveCount(0);
	await page.getByRole("button", { name: "Channel" }).click();
	await page
		.getByRole("option", { name: /general/ })
		.first()
		.click();
	await expect(page).toHaveURL(/channel=\d+/);
	await expect(page).not.toHaveURL(/kind=/);
	await expect(page.getByText(/^For a single channel/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Busiest members" })).toHaveCount(0);
});

test("growth and voice are narrowed to people or bots", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/growth`);
	await page.getByLabel("Kind of member").selectOption("bots");
	await expect(page).toHaveURL(/kind=bots/);
	await expect(page.getByText(/^For people or bots alone/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Members over time" })).toBeVisible();
	await expect(page.getByRole("figure", { name: /Who stays active/ })).toHaveCount(0);
	await page.goto(`/guilds/${guild.id}/analytics/voice`);
	await page.getByLabel("Kind of member").selectOption("people");
	await expect(page).toHaveURL(/kind=people/);
	await expect(page.getByText(/^For people or bots alone/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "When people talk" })).toHaveCount(0);
});

test("a moderator sees totals, and nobody's own activity", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/analytics`);
	await expect(page.getByRole("figure", { name: "Busiest channels" })).toBeVisible();
	await expect(page.getByRole("figure", { name: "Busiest members" })).toHaveCount(0);
	await expect(page.getByLabel("Kind of member")).toHaveCount(0);
});

test("a period without a message says so, and where there are some", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics?from=2020-01-01&to=2020-01-07`);
	await expect(page.getByRole("heading", { name: "Nobody wrote in this period" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Show all time" })).toHaveAttribute("href", /range=all$/);
});

for (const tab of ["", "/growth", "/voice"]) {
	test(`analytics${tab} is accessible, and fits on a phone`, async ({ page, login, guild }) => {
		await login("owner");
		await page.goto(`/guilds/${guild.id}/analytics${tab}`);
		await expect(page.getByRole("figure").first()).toBeVisible();
		await expectAccessible(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectNoSidewaysScroll(page);
		await expectAccessible(page);
	});
}

test.describe("without a script", () => {
	test.use({ javaScriptEnabled: false });

	test("figures, charts and their tables are there to be read", async ({ page, login, guild }) => {
		await login("owner");
		await page.goto(`/guilds/${guild.id}/analytics/growth`);
		await expect(page.getByRole("region", { name: "Figures for the period" })).toBeVisible();
		const chart = page.getByRole("figure", { name: "Members over time" });
		await expect(chart.locator("path").first()).toBeVisible();
		await chart.getByText("Table").click();
		await expect(chart.getByRole("table")).toBeVisible();
		await expect(
			page
				.getByRole("figure", { name: /Who stays active/ })
				.locator("table")
				.first(),
		).toBeVisible();
	});
});
