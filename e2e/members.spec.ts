import { database, guilds } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("a moderator finds a member by name, opens them beside the list and then in full", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/members?sort=name`);
	const first = page.getByRole("table", { name: "Members" }).locator("[data-row-link]").first();
	await first.click();
	await expect(page).toHaveURL(/member=\d+/);
	const panel = page.getByRole("complementary").last();
	await expect(panel.getByText("Joined", { exact: true })).toBeVisible();
	await expectAccessible(page);
	await panel.getByRole("link", { name: "Open as a page" }).click();
	await expect(page).toHaveURL(/\/members\/\d+$/);
	await expect(page.getByRole("link", { name: "Permissions" })).toHaveAttribute("aria-current", "page");
	await expectAccessible(page);
});

test("the search is in the address, and what fits nobody says so", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/members`);
	await page.getByRole("searchbox", { name: "Search members" }).fill("nobody is called this");
	await expect(page).toHaveURL(/q=nobody/);
	await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
	await page.getByRole("link", { name: "Clear filters" }).click();
	await expect(page.getByRole("table", { name: "Members" })).toBeVisible();
});

test("a timed-out member's profile says why they cannot write", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/members?timedOut=1`);
	const link = page.locator("[data-row-link]").first();
	const id = new URL((await link.getAttribute("href")) ?? "", page.url()).searchParams.get("member");
	await page.goto(`/guilds/${guild.id}/members/${id}`);
	const sending = page.locator("details").filter({ has: page.getByText("Send Messages", { exact: true }) });
	await expect(sending).toContainText("Timed out");
	await sending.locator("summary").click();
	await expect(sending.getByRole("list")).toContainText("Granted to @everyone");
});

test("more rows load by scrolling, eighteen fit on a desktop at once", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await login("owner");
	await page.goto(`/guilds/${guild.id}/members`);
	const rows = page.locator("tbody tr");
	const box = await rows.first().boundingBox();
	expect(box?.y).toBeLessThanOrEqual(220);
	expect(Math.floor((900 - (box?.y ?? 0)) / (box?.height ?? 900))).toBeGreaterThanOrEqual(18);
	await page.getByRole("button", { name: "Load older" }).scrollIntoViewIfNeeded();
	await expect(rows.nth(60)).toBeAttached();
});

test("the list reads on a phone without scrolling sideways", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await login("owner");
	await page.goto(`/guilds/${guild.id}/members`);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});

test("parts of a profile that a level may not see are not there", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/members?sort=name`);
	const href = await page.locator("[data-row-link]").first().getAttribute("href");
	const id = new URL(href ?? "", page.url()).searchParams.get("member");
	await page.goto(`/guilds/${guild.id}/members/${id}?tab=activity`);
	const tabs = page.getByRole("navigation", { name: "Profile sections" });
	await expect(tabs.getByRole("link")).toHaveText(["Permissions", "Cases and notes", "Commands"]);
});

test("a helper writes a note on a member's record", { tag: "@desktop" }, async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/members/${guilds.medium.ownerId}?tab=record`);
	const text = `Keeps the harbour calm, ${test.info().project.name}`;
	const record = page.getByRole("region", { name: "Notes" });
	// Typed before the page listens, it would not be noticed.
	await expect(async () => {
		await record.getByLabel("Add a note").fill(text);
		await record.getByRole("button", { name: "Add note" }).click();
		await expect(page.getByText("Note added").first()).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await expect(record.getByRole("listitem").filter({ hasText: text }).first()).toBeVisible();
	await expect(record.getByLabel("Add a note")).toHaveValue("");
});

test("somebody without access finds no member, no role and no channel", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("member");
	for (const section of ["members", "roles", "channels"]) {
		const response = await page.goto(`/guilds/${guild.id}/${section}`);
		expect(response?.status(), section).toBe(404);
	}
});

test("a member's messages stand on the profile as Discord shows them", async ({ page, login, guild }) => {
	const [writer] = await database<{ id: string }>(
		`SELECT m.author_id::text AS id FROM discord_messages m
		 WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND m.content ~ '<a?:\\w+:\\d+>' AND (
			SELECT count(*) FROM discord_messages n
			WHERE n.guild_id = m.guild_id AND n.author_id = m.author_id AND n.id > m.id) < 20
		 ORDER BY m.id DESC LIMIT 1`,
		[guild.id],
	);
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/members/${writer?.id}?tab=messages`);
	const feed = page.getByRole("main").getByRole("listitem");
	await expect(feed.first()).toBeVisible();
	expect((await feed.allInnerTexts()).join("\n")).not.toMatch(/<(@|#|a?:\w+:)!?&?\d{7,}/);
	await expectAccessible(page);
});
