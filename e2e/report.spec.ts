import { database } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the report tells of the last week that is over, and leads to the one before", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}`);
	await page.getByRole("link", { name: "Weekly report" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Weekly report" })).toBeVisible();
	await expect(page.getByRole("table", { name: "The week in figures" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Next week" })).toHaveCount(0);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.getByRole("link", { name: "Previous week" }).click();
	await expect(page).toHaveURL(/week=\d{4}-W\d\d/);
	await expect(page.getByRole("link", { name: "Next week" })).toBeVisible();
});

test("on paper only the report is left", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/report`);
	await page.emulateMedia({ media: "print" });
	await expect(page.getByRole("table", { name: "The week in figures" })).toBeVisible();
	await expect(page.locator("#sidebar")).toBeHidden();
	await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
	await expect(page.getByRole("heading", { name: "Post it every week" })).toBeHidden();
});

/** A server has one schedule. */
test("a manager schedules the post and is told when it goes out", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await database("DELETE FROM report_schedules WHERE guild_id = $1", [guild.id]);
	await login("owner");
	await page.goto(`/guilds/${guild.id}/report`);
	await expect(page.getByText("It hasn’t been scheduled yet.")).toBeVisible();
	await page.getByRole("button", { name: "Channel", exact: true }).click();
	await page.getByRole("listbox").getByRole("option").first().click();
	await page.getByRole("combobox", { name: "Day" }).selectOption({ label: "Friday" });
	await page.getByRole("button", { name: "Save schedule" }).click();
	await expect(page.getByText(/The next one goes out on/)).toBeVisible();
	await expectAccessible(page);
	const [stored] = await database(
		"SELECT weekday, hour, revision FROM report_schedules WHERE guild_id = $1",
		[guild.id],
	);
	expect(stored).toEqual({ weekday: 5, hour: 9, revision: 1 });
	await page.getByRole("switch", { name: "Post the report every week" }).click();
	await page.getByRole("button", { name: "Save schedule" }).click();
	await expect(page.getByText("It is turned off.")).toBeVisible();
});

test("who may only read sees no cases, no names and no schedule above their level", {
	tag: "@desktop",
}, async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/report`);
	await expect(page.getByRole("table", { name: "Cases" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Busiest members" })).toHaveCount(0);
	await expect(page.getByRole("heading", { name: "Post it every week" })).toHaveCount(0);
});
