import { guilds } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

/** A chart and a table that each tab has. */
const tabs = [
	{ path: "commands", name: "Commands", chart: "Response time", table: "Most frequent errors" },
	{ path: "moderation", name: "Moderation", chart: "Cases by type", table: "Moderators" },
	{ path: "support", name: "Support", chart: "Time to first answer", table: "Who took the tickets" },
	{ path: "health", name: "Health", chart: "Health by week", table: "What it is made of" },
] as const;

for (const { path, name, chart, table } of tabs) {
	test.describe(name, () => {
		test("shows its figures to everybody who may see them", async ({ page, login, guild }) => {
			await login("owner");
			await page.goto(`/guilds/${guild.id}/analytics/${path}?range=90d`);
			const current = page
				.getByRole("navigation", { name: "Analytics sections" })
				.getByRole("link", { name });
			await expect(current).toHaveAttribute("aria-current", "page");
			await expect(page.getByRole("figure", { name: chart }).getByRole("slider")).toBeVisible();
			const rows = page.getByRole("figure", { name: table }).getByRole("row");
			expect(await rows.count()).toBeGreaterThan(1);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});

		test("fits a phone", async ({ page, login, guild }) => {
			await page.setViewportSize({ width: 390, height: 844 });
			await login("owner");
			await page.goto(`/guilds/${guild.id}/analytics/${path}?range=90d`);
			await expect(page.getByRole("figure", { name: table }).getByRole("listitem").first()).toBeVisible();
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		});
	});

	test.describe(`${name} without a script`, () => {
		test.use({ javaScriptEnabled: false });

		test("is there to be read", async ({ page, login, guild }) => {
			await login("owner");
			await page.goto(`/guilds/${guild.id}/analytics/${path}?range=90d`);
			const figure = page.getByRole("figure", { name: chart });
			await expect(figure.locator("path").first()).toBeAttached();
			await figure.getByText("Table", { exact: true }).click();
			await expect(figure.getByRole("table")).toBeVisible();
			await expect(page.getByRole("figure", { name: table }).getByRole("table")).toBeVisible();
		});
	});
}

test("an error leads to the executions that failed", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/commands?range=90d`);
	await page
		.getByRole("figure", { name: "Most frequent errors" })
		.getByRole("row")
		.getByRole("link")
		.first()
		.click();
	await expect(page).toHaveURL(/\/commands\/executions\?.*outcome=error/);
	await expect(page.getByText("Error", { exact: true }).first()).toBeVisible();
});

test("commands are narrowed to a channel", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/commands?range=90d`);
	await page.getByRole("button", { name: "Channel" }).click();
	await page
		.getByRole("option", { name: /general/ })
		.first()
		.click();
	await expect(page).toHaveURL(/range=90d&channel=\d+/);
	await expect(page.getByText(/^For a single channel/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Commands" }).getByRole("table")).toBeVisible();
	await expect(page.getByRole("figure", { name: "Response time" })).toHaveCount(0);
	await expect(page.getByRole("figure", { name: "Most frequent errors" })).toHaveCount(0);
});

test("moderation is narrowed to a moderator and a type, and its links lead to those cases", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/moderation?range=90d`);
	await page.getByRole("button", { name: "Case type" }).click();
	await page.getByRole("option", { name: "Warning", exact: true }).click();
	await expect(page).toHaveURL(/range=90d&type=WARN/);
	await expect(page.getByText(/^Every figure counts only/)).toBeVisible();
	await page.getByRole("button", { name: "Moderator", exact: true }).click();
	await page.getByRole("listbox").getByRole("option").first().click();
	await expect(page).toHaveURL(/type=WARN&moderator=\d+/);
	await expect(page.getByRole("link", { name: /^Open at the end/ })).toHaveAttribute(
		"href",
		/moderator=\d+&type=WARN&status=open/,
	);
	await expectAccessible(page);
});

test("support is narrowed to a helper, whose tickets are left", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/support?range=90d`);
	await page.getByRole("button", { name: "Helper" }).click();
	await page.getByRole("listbox").getByRole("option").first().click();
	await expect(page).toHaveURL(/assignee=\d+/);
	await expect(page.getByText(/^Only tickets this helper has/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Tickets", exact: true })).toBeVisible();
	await expect(page.getByRole("figure", { name: "Time to first answer" })).toHaveCount(0);
});

test("the formula of the health adds up to the score", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics/health`);
	await expect(page.getByRole("heading", { name: "How it is calculated" })).toBeVisible();
	await expect(page.getByText(/^\d.* × .* = \d+(\.\d)?$/)).toBeVisible();
	await expect(page.getByRole("figure", { name: "Reported by the bot" })).toBeVisible();
});

test("a helper sees neither appeals nor what the bot reports", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/analytics/moderation?range=1y`);
	const moderators = page.getByRole("figure", { name: "Moderators" });
	await expect(moderators.getByRole("columnheader", { name: "Lifted" })).toBeVisible();
	await expect(moderators.getByRole("columnheader", { name: "Appeals" })).toHaveCount(0);
	await page.goto(`/guilds/${guild.id}/analytics/health`);
	await expect(page.getByRole("figure", { name: "What it is made of" })).toBeVisible();
	await expect(page.getByRole("figure", { name: "Reported by the bot" })).toHaveCount(0);
});

test("a tab without figures says what will be there", async ({ page, login }) => {
	await login("owner");
	await page.goto(`/guilds/${guilds.left.id}/analytics/support?from=2020-01-01&to=2020-01-31`);
	await expect(page.getByRole("heading", { name: "Nobody asked for help" })).toBeVisible();
});
