import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

const name = () => `Replies in the evening ${crypto.randomUUID().slice(0, 8)}`;

test("a chart is built, saved, shared, opened by somebody else, and pinned to the overview", async ({
	page,
	login,
	guild,
}) => {
	const called = name();
	await login("owner");
	await page.goto(`/guilds/${guild.id}/explore`);
	await expect(page.getByRole("figure", { name: "Messages over time" })).toBeVisible();
	await expect(async () => {
		await page.getByLabel("What", { exact: true }).selectOption("replies");
		await expect(page).toHaveURL(/measure=replies/, { timeout: 1000 });
	}).toPass();
	await page.getByLabel("By", { exact: true }).selectOption("hour");
	await expect(page.getByRole("figure", { name: "Replies by hour of the day" })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole("button", { name: "Save…" }).click();
	const dialog = page.getByRole("dialog", { name: "Save this chart" });
	await dialog.getByLabel("Name").fill(called);
	await dialog.getByRole("checkbox").check();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Save chart" }).click();
	const saved = page.getByRole("region", { name: "Saved" });
	await expect(saved.getByRole("link", { name: called })).toBeVisible();

	await saved.getByRole("button", { name: `Actions for ${called}` }).click();
	await page.getByRole("button", { name: "Pin to the overview" }).click();
	await expect(
		saved.getByRole("listitem").filter({ hasText: called }).getByText("On the overview"),
	).toBeAttached();

	await page.context().clearCookies();
	await login("helper");
	await page.goto(`/guilds/${guild.id}/explore`);
	await page.getByRole("region", { name: "Saved" }).getByRole("link", { name: called }).click();
	await expect(page.getByRole("figure", { name: "Replies by hour of the day" })).toBeVisible();
	await page.goto(`/guilds/${guild.id}?range=90d`);
	const pinned = page.getByRole("region", { name: "Pinned charts" });
	await expect(pinned.getByRole("figure", { name: called })).toBeVisible();
	await pinned.getByRole("link", { name: `Open ${called} in Explore` }).click();
	await expect(page).toHaveURL(/explore\?.*range=90d/);

	await page.context().clearCookies();
	await login("owner");
	await page.goto(`/guilds/${guild.id}/explore`);
	await expect(async () => {
		await saved.getByRole("button", { name: `Actions for ${called}` }).click();
		await page.getByRole("button", { name: "Delete…" }).click({ timeout: 1000 });
	}).toPass();
	await page.getByRole("alertdialog").getByRole("button", { name: "Delete chart" }).click();
	await expect(saved.getByRole("link", { name: called })).toHaveCount(0);
});

test("what a level may not see is not on offer, and an address that asks for it says so", async ({
	page,
	login,
	guild,
}) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/explore`);
	await expect(page.getByLabel("What", { exact: true }).getByRole("option", { name: "Appeals" })).toHaveCount(
		0,
	);
	await expect(page.getByLabel("By", { exact: true }).getByRole("option", { name: "Member" })).toHaveCount(0);
	await page.goto(`/guilds/${guild.id}/explore?measure=messages&dimension=member`);
	await expect(page.getByRole("heading", { name: "This needs a higher level" })).toBeVisible();
	await expectAccessible(page);
});

test("figures that are not kept so are shown over time, and it says so", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/explore?measure=joins&dimension=channel`);
	await expect(page.getByRole("figure", { name: "Joins over time" })).toBeVisible();
	await expect(page.getByRole("status").getByText("Joins can’t be broken down by Channel")).toBeVisible();
});

test("on a phone nothing scrolls sideways", async ({ page, login, guild }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await login("owner");
	for (const search of [
		"",
		"?measure=executions&dimension=command",
		"?dimension=heat",
		"?dimension=channel&chart=table",
	]) {
		await page.goto(`/guilds/${guild.id}/explore${search}`);
		await expect(page.getByRole("figure").first()).toBeVisible();
		await expectNoSidewaysScroll(page);
		await expectAccessible(page);
	}
});

test.describe("without a script", () => {
	test.use({ javaScriptEnabled: false });

	test("it is a form", async ({ page, login, guild }) => {
		await login("owner");
		await page.goto(`/guilds/${guild.id}/explore?range=90d`);
		await page.getByLabel("What", { exact: true }).selectOption("executions");
		await page.getByRole("button", { name: "Show", exact: true }).click();
		await expect(page).toHaveURL(/measure=executions.*/);
		await page.getByLabel("By", { exact: true }).selectOption("command");
		await page.getByRole("button", { name: "Show", exact: true }).click();
		const chart = page.getByRole("figure", { name: "Command uses by command" });
		await expect(chart).toBeVisible();
		await expect(page).toHaveURL(/range=90d/);
	});
});
