import type { Page } from "@playwright/test";
import { asBot, database } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { test as base, expect, expectAccessible, expectNoSidewaysScroll } from "./setup/test";

const soon = { timeout: 2_000 };

/** A server of the test's own, so that nothing happens in it but what the test does; its owner is signed in. */
const test = base.extend<{ server: string }>({
	server: async ({ context, baseURL }, use) => {
		const id = `8${String(Math.random()).slice(2, 19).padEnd(17, "0")}`;
		await asBot("INSERT INTO discord_guilds (id, name, owner_id) VALUES ($1, 'Lighthouse', $1)", [id]);
		await asBot("INSERT INTO discord_users (id, username) VALUES ($1, 'keeper')", [id]);
		const { token } = await visitor({ levels: { [id]: 7 } });
		await context.addCookies([{ name: "guildhall.session", value: token, url: baseURL ?? "" }]);
		await use(id);
		await database("DELETE FROM discord_guilds WHERE id = $1", [id]);
	},
});

/** Something that nothing else on a page says. */
const word = () => `live${crypto.randomUUID().slice(0, 8)}`;

/** Opens a page and waits until its stream is on the line: then it reads its list once. */
async function openLive(page: Page, server: string, path: string): Promise<void> {
	const ready = page.waitForResponse((response) => response.url().includes("/live?topics="));
	const caughtUp = page.waitForResponse(new RegExp(`/api/v1/guilds/${server}/${path}(\\?|$)`));
	await page.goto(`/guilds/${server}/${path}`);
	expect((await ready).status()).toBe(200);
	expect((await caughtUp).status()).toBe(200);
	await page.mouse.move(2, 2);
}

/** Cases as the bot writes them; the last is the newest. */
async function writeCases(server: string, ...reasons: string[]): Promise<void> {
	await asBot(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_user_id, case_moderator_id)
		SELECT $1, 'WARN', reason, $1, $1 FROM unnest($2::text[]) AS reason`,
		[server, reasons],
	);
}

/** Makes the page believe that its tab is hidden or shown. */
async function show(page: Page, state: "visible" | "hidden"): Promise<void> {
	await page.evaluate((now) => {
		Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
		document.dispatchEvent(new Event("visibilitychange"));
	}, state);
}

const rows = (page: Page) => page.locator("tbody tr");

test("a new case slides into an open list within two seconds, and is announced", async ({ page, server }) => {
	await openLive(page, server, "cases");
	const reason = word();
	await writeCases(server, reason);
	const first = rows(page).first();
	await expect(first).toContainText(reason, soon);
	await writeCases(server, "the next one");
	await expect(first).toContainText("the next one", soon);
	await expect(page.getByRole("status").filter({ hasText: /new row/ })).toBeAttached();
	await database("UPDATE cases SET case_reason = $2 WHERE guild_id = $1 AND case_reason = $3", [
		server,
		`${reason} again`,
		reason,
	]);
	await expect(rows(page).nth(1)).toContainText(`${reason} again`, soon);
	await expectNoSidewaysScroll(page);
});

test("new executions and audit entries show within two seconds", async ({ page, server }) => {
	await openLive(page, server, "commands/executions");
	const command = word();
	await asBot(
		`INSERT INTO discord_command_executions
			(id, guild_id, user_id, application_id, interaction_type, command_name, executed_at)
		VALUES (app.new_snowflake(), $1, $1, $1, 'application_command', $2, now())`,
		[server, command],
	);
	await expect(rows(page).first()).toContainText(command, soon);
	await openLive(page, server, "audit");
	const reason = word();
	await asBot(
		"INSERT INTO discord_native_audit_log (id, guild_id, action_type, reason) VALUES (app.new_snowflake(), $1, 22, $2)",
		[server, reason],
	);
	await expect(rows(page).filter({ hasText: reason })).toBeVisible(soon);
});

test("rows wait under a pill for somebody who reads further down", async ({ page, server }) => {
	await writeCases(server, ...Array.from({ length: 40 }, () => "Something to scroll over"));
	await openLive(page, server, "cases");
	await page.evaluate(() => window.scrollTo({ top: 600 }));
	const top = await page.evaluate(() => window.scrollY);
	const reasons = [word(), word()];
	await writeCases(server, ...reasons);
	const pill = page.getByRole("button", { name: /^\d+ new$/ });
	await expect(pill).toBeVisible(soon);
	expect(await page.evaluate(() => window.scrollY)).toBe(top);
	await expect(page.getByText(reasons[0] ?? "")).toHaveCount(0);
	await expectAccessible(page);
	await pill.click();
	for (const reason of reasons) await expect(page.getByText(reason).first()).toBeVisible();
	await expect(pill).toBeHidden();
	expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test("an open case shows what others do to it, and keeps what is being written", async ({ page, server }) => {
	const reason = word();
	await writeCases(server, reason);
	await openLive(page, server, "cases");
	await page.getByRole("link", { name: /^#\d+/ }).first().click();
	const panel = page.getByRole("complementary", { name: /^Case \d+$/ });
	await panel.getByRole("button", { name: "Edit reason" }).click();
	await panel.getByLabel("Reason").fill("half a sentence");
	await database("UPDATE cases SET case_status = false WHERE guild_id = $1 AND case_reason = $2", [
		server,
		reason,
	]);
	await expect(panel.getByText("Closed", { exact: true }).first()).toBeVisible();
	await expect(panel.getByLabel("Reason")).toHaveValue("half a sentence");
});

test("a hidden tab is told nothing, and catches up when it is shown again", async ({ page, server }) => {
	await openLive(page, server, "cases");
	const closed = page.waitForEvent("requestfailed", (request) => request.url().includes("/live?topics="));
	await show(page, "hidden");
	await closed;
	const asked: string[] = [];
	page.on("request", (request) => {
		if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(request.url());
	});
	const reason = word();
	await writeCases(server, reason);
	await expect
		.poll(async () => (await page.request.get(`/api/v1/guilds/${server}/cases?q=${reason}`)).text())
		.toContain(reason);
	await expect(page.getByText(reason)).toHaveCount(0);
	expect(asked).toEqual([]);
	await show(page, "visible");
	await expect(rows(page).first()).toContainText(reason);
});

test("without a stream the list asks by itself", async ({ page, server }) => {
	await page.clock.install();
	await page.route("**/live?topics=*", (route) => route.fulfill({ status: 429 }));
	await page.goto(`/guilds/${server}/cases`);
	await expect(page.getByRole("heading", { name: "Cases", exact: true })).toBeVisible();
	const reason = word();
	await writeCases(server, reason);
	await expect(async () => {
		await page.clock.runFor(5_000);
		await expect(page.getByText(reason).first()).toBeVisible({ timeout: 500 });
	}).toPass();
});
