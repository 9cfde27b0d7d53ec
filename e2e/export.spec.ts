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

test("lists within a page are saved too: a forum's posts, dynamic keys, events that were not stored", async ({
	page,
	login,
	guild,
}) => {
	const save = async (name: RegExp) => {
		await page.getByRole("button", { name: "Export", exact: true }).click();
		await expectAccessible(page);
		const saved = page.waitForEvent("download");
		await page.getByRole("button", { name: /^JSON/ }).click();
		const file = await saved;
		expect(file.suggestedFilename()).toMatch(name);
		return JSON.parse(await readFile(await file.path(), "utf8")) as Record<string, unknown>[];
	};
	await login("owner");
	const [forum] = await database<{ id: string; posts: number }>(
		`SELECT parent_id::text AS id, count(*)::int AS posts FROM discord_channels WHERE guild_id = $1
		 AND channel_type LIKE '%thread' AND deleted_at IS NULL GROUP BY parent_id ORDER BY count(*) DESC LIMIT 1`,
		[guild.id],
	);
	await page.goto(`/guilds/${guild.id}/channels/${forum?.id}?tab=threads`);
	expect(await save(/^threads-/)).toHaveLength(forum?.posts ?? 0);
	await page.goto(`/guilds/${guild.id}/configuration/keys`);
	const keys = await save(/^configuration-keys-/);
	for (const { key } of keys) await expect(page.getByRole("link", { name: String(key) })).toBeVisible();

	const [letter] = await database<{ id: string }>(
		`INSERT INTO gateway_dead_letters (shard_id, sequence, event, reason, frame, received_at)
		 VALUES (0, 1, 'STICKERS', 'no such column', '{}', now()) RETURNING id::text`,
	);
	await login("operator");
	await page.goto("/fleet");
	expect(await save(/^dead-letters-/)).toContainEqual(expect.objectContaining({ event: "STICKERS" }));
	await database("DELETE FROM gateway_dead_letters WHERE id = $1", [letter?.id]);
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
	await expect(page.getByRole("progressbar", { name: "Export progress" })).toBeVisible();
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
