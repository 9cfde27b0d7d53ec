import { readFile } from "node:fs/promises";
import { database } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("a narrowed list of members is saved as CSV with exactly its rows", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/members?kind=bots`);
	await page.getByRole("button", { name: "Export", exact: true }).click();
	await expectAccessible(page);
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: /^CSV/ }).click();
	const file = await saved;
	expect(file.suggestedFilename()).toMatch(/^members-\d{4}-\d\d-\d\d\.csv$/);
	const text = await readFile(await file.path(), "utf8");
	const ids = [...text.matchAll(/^'(\d+),/gm)].map(([, id]) => id);
	const bots = await database<{ id: string }>(
		`SELECT m.user_id::text AS id FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		 WHERE m.guild_id = $1 AND m.left_at IS NULL AND u.bot ORDER BY m.joined_at DESC, m.user_id DESC`,
		[guild.id],
	);
	expect(ids).toEqual(bots.map(({ id }) => id));
	await expect(page.getByRole("status").filter({ hasText: `${ids.length} rows exported` })).toBeVisible();
});

test("an export that is stopped saves nothing and says how far it was", async ({ page, login, guild }) => {
	await login("moderator");
	let isSaved = false;
	page.on("download", () => {
		isSaved = true;
	});
	await page.goto(`/guilds/${guild.id}/messages`);
	await page.getByRole("button", { name: "Export", exact: true }).click();
	await page.getByRole("button", { name: /^JSON/ }).click();
	await expect(page.getByRole("progressbar", { name: "How much of it has come" })).toBeVisible();
	await expect(page.getByText(/[1-9][\d,]* of about [\d,]+ rows/)).toBeVisible();
	await page.getByRole("button", { name: "Stop" }).click();
	await expect(page.getByText(/^Stopped after [\d,]+ rows?$/)).toBeVisible();
	await expect(page.getByText(/Nothing was saved/)).toBeVisible();
	await expectAccessible(page);
	expect(isSaved).toBe(false);
	await page.getByRole("button", { name: "Export again" }).click();
	await expect(page.getByRole("button", { name: /^CSV/ })).toBeVisible();
});

test("one that breaks off on the way is not passed off as the whole", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/messages`);
	await page.getByRole("button", { name: "Export", exact: true }).click();
	await page.getByRole("button", { name: /^CSV/ }).click();
	await expect(page.getByText(/of about/)).toBeVisible();
	const cookies = await page.context().cookies();
	await database(
		`UPDATE web_sessions SET revoked_at = now(), is_active = false
		 WHERE token_hash = sha256(convert_to($1, 'UTF8')) RETURNING id`,
		[cookies.find(({ name }) => name === "guildhall.session")?.value ?? ""],
	);
	await expect(page.getByText(/^The export broke off after [\d,]+ rows?$/)).toBeVisible();
	await expect(page.getByText(/You are no longer signed in/)).toBeVisible();
});

test("on a phone the choice fits, and without a script there are links", async ({
	browser,
	page,
	login,
	guild,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await login("owner");
	for (const list of ["members", "roles", "commands"]) {
		await page.goto(`/guilds/${guild.id}/${list}`);
		await page.getByRole("button", { name: "Export", exact: true }).click();
		await expect(page.getByRole("button", { name: /^JSON/ })).toBeInViewport();
		await expectNoSidewaysScroll(page);
	}
	const plain = await browser.newContext({
		javaScriptEnabled: false,
		storageState: await page.context().storageState(),
	});
	const still = await plain.newPage();
	await still.goto(`/guilds/${guild.id}/members?kind=bots`);
	await expect(still.getByRole("link", { name: "CSV" })).toHaveAttribute(
		"href",
		/\/members\/export\?kind=bots&.*format=csv/,
	);
	await plain.close();
});
