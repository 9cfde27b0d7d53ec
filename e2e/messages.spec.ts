import type { Page } from "@playwright/test";
import { database, guilds } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

const list = (page: Page) => page.getByRole("list", { name: "Messages, newest first" });
const conversation = (page: Page) => page.getByRole("list", { name: "Conversation, oldest first" });

test("operators typed into the search become filters in the address", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/messages`);
	await expectNoSidewaysScroll(page);
	await page.getByRole("searchbox", { name: "Search messages" }).fill("lamp in:off-topic has:reaction");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/[?&]channel=\d+/);
	await expect(page).toHaveURL(/[?&]has=reaction/);
	await expect(page.getByRole("searchbox", { name: "Search messages" })).toHaveValue("lamp");
	await expect(list(page).locator("mark").first()).toHaveText(/lamp/i);
	await expectAccessible(page);
	await page.getByRole("button", { name: "Remove filter Has: Reaction" }).click();
	await expect(page).not.toHaveURL(/has=/);
});

test("a name that nobody has is said, and nothing is listed", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/messages?q=from:nobody-of-that-name`);
	await expect(page.getByRole("heading", { name: "Nothing here matches nobody-of-that-name" })).toBeVisible();
	await page.goto(`/guilds/${guild.id}/messages?q=xylofonquark&has=nonsense&before=never`);
	await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
	await expectAccessible(page);
});

test("a message found leads to what was said around it", async ({ page, login, guild }) => {
	await login("moderator");
	const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
	await page.goto(`/guilds/${guild.id}/messages?q=wizard&before=${monthAgo}`);
	await list(page).getByRole("link", { name: "Show the conversation around it" }).first().click();
	const hit = conversation(page).locator("[aria-current]");
	await expect(hit).toContainText("wizard");
	await expect(hit).toBeInViewport();
	await expect(conversation(page).locator("> li")).toHaveCount(51);
	await page.getByRole("button", { name: "Load older" }).click();
	await expect(conversation(page).locator("> li")).toHaveCount(76);
	await page.getByRole("button", { name: "Load newer" }).click();
	await expect(conversation(page).locator("> li")).toHaveCount(101);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});

test("a message of another server, and the page below the moderator's level, are not found", {
	tag: "@desktop",
}, async ({ page, login, guild }) => {
	const [foreign] = await database<{ id: string }>(
		"SELECT id::text FROM discord_messages WHERE guild_id = $1 LIMIT 1",
		[guilds.small.id],
	);
	await login("moderator");
	expect((await page.goto(`/guilds/${guild.id}/messages/${foreign?.id}`))?.status()).toBe(404);
	await login("helper");
	expect((await page.goto(`/guilds/${guild.id}/messages`))?.status()).toBe(404);
});

const hostile = [
	"<img src=x onerror=alert(1)><script>alert(2)</script>",
	"[click](javascript:alert(3)) javascript:alert(4) <javascript:alert(5)>",
	'[x](https://evil.example/"onmouseover=alert(6)) ||<iframe src=//evil.example>||',
	`${"**".repeat(300)}${"||".repeat(200)}${"> ".repeat(200)}${"`".repeat(151)}`,
].join("\n");

test("what people write is text, whatever it looks like", async ({ page, login }) => {
	const guildId = guilds.left.id;
	const [message] = await database<{ id: string }>(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, content, timestamp)
		SELECT m.id + 1 + (random() * 4000)::int, m.guild_id, m.channel_id, m.author_id, $2, m.timestamp
		FROM discord_messages m WHERE m.guild_id = $1 ORDER BY m.id DESC LIMIT 1 RETURNING id::text`,
		[guildId, hostile],
	);
	try {
		let dialogs = 0;
		page.on("dialog", (dialog) => {
			dialogs += 1;
			void dialog.dismiss();
		});
		const elsewhere: string[] = [];
		page.on("request", (request) => {
			if (request.url().includes("evil.example")) elsewhere.push(request.url());
		});
		await login("moderator");
		await page.goto(`/guilds/${guildId}/messages/${message?.id}`);
		const shown = page.locator(`#message-${message?.id}`);
		await expect(shown).toContainText("<img src=x onerror=alert(1)><script>alert(2)</script>");
		await expect(shown.locator("img, script, iframe, [onerror], [onmouseover]")).toHaveCount(0);
		await expect(shown.locator('a[href^="javascript" i]')).toHaveCount(0);
		expect(dialogs).toBe(0);
		expect(elsewhere).toEqual([]);
		await expectNoSidewaysScroll(page);
	} finally {
		await database("DELETE FROM discord_messages WHERE guild_id = $1 AND id = $2", [guildId, message?.id]);
	}
});
