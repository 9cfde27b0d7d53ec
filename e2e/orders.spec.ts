import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { guilds } from "@/tests/setup/login";
import { turn } from "@/tests/setup/simulator";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

/** Long enough for opening the page of the case, and less than the worker waits for an answer. */
const DISCORD_TAKES_MS = 12_000;

type Member = { id: string; name: string; roles: unknown[] };

/** People without roles, newest first; each test and each window size takes its own, so that none disturbs another. */
async function people(page: Page, guildId: string, from: number, count = 1): Promise<Member[]> {
	const address = `/api/v1/guilds/${guildId}/members?kind=people&sort=-joined&limit=100`;
	const { items } = (await (await page.request.get(address)).json()) as { items: Member[] };
	const plain = items.filter(({ roles }) => roles.length === 0);
	const half = test.info().project.name === "phone" ? 6 : 0;
	const found = plain.slice(half + from, half + from + count);
	if (found.length < count) throw new Error("the demo has too few members without roles");
	return found;
}

/** The number of the case that a click opens, which the message at the window's edge names too. */
async function placedCase(page: Page, click: () => Promise<void>): Promise<number> {
	const [answer] = await Promise.all([
		page.waitForResponse((response) => response.request().method() === "POST"),
		click(),
	]);
	expect(answer.ok(), await answer.text()).toBe(true);
	const { caseNumber } = (await answer.json()) as { caseNumber: number };
	await expect(page.getByText(`Case ${caseNumber}: sent to the bot`)).toBeVisible();
	return caseNumber;
}

test("a ban from the dashboard is pending, then done, then in the audit log, as one case", async ({
	page,
	login,
	guild,
}) => {
	await login("admin");
	const [member] = await people(page, guild.id, 0);
	if (!member) return;
	await page.goto(`/guilds/${guild.id}/members/${member.id}`);
	await page.getByRole("button", { name: "Ban", exact: true }).click();
	const dialog = page.getByRole("dialog", { name: `Ban ${member.name}?` });
	await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
	await dialog.getByLabel("Delete messages").selectOption("From the last 6 hours");
	await dialog.getByRole("button", { name: `Ban ${member.name} and delete 6 h of messages` }).click();
	await expect(dialog.getByText("Enter a reason")).toBeVisible();
	const reason = `Scam links in direct messages ${randomUUID()}`;
	await dialog.getByLabel("Reason").fill(reason);
	await expectAccessible(page);
	const ban = dialog.getByRole("button", { name: `Ban ${member.name} and delete 6 h of messages` });
	await turn({ kind: "delay", path: `/*/bans/${member.id}`, method: "PUT", ms: DISCORD_TAKES_MS });
	const number = await placedCase(page, () => ban.click());
	const beside = await page.context().newPage();
	await beside.goto(`/guilds/${guild.id}/cases/${number}`);
	await expect(beside.getByText("Waiting for the bot", { exact: true })).toBeVisible();
	await expect(page.getByText(`Banned ${member.name}`)).toBeVisible();
	await expect(page.getByRole("button", { name: "Unban" })).toBeVisible();

	await expect(beside.getByText("Carried out", { exact: true })).toBeVisible();
	await expect(beside.getByText("carried it out on Discord")).toBeVisible();
	await expect(beside.getByText("Waiting for the bot", { exact: true })).toHaveCount(0);
	await expectNoSidewaysScroll(beside);
	await page.goto(`/guilds/${guild.id}/audit?source=discord&target=${member.id}`);
	await expect(
		page
			.getByRole("table")
			.getByText(/banned/)
			.first(),
	).toBeVisible();
	const cases = await page.request.get(`/api/v1/guilds/${guild.id}/cases?member=${member.id}`);
	const { items } = (await cases.json()) as { items: { caseNumber: number }[] };
	expect(items.map(({ caseNumber }) => caseNumber)).toEqual([number]);
});

test("a case shows its order pending while the worker has it, and done by itself", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	const [member] = await people(page, guild.id, 1);
	if (!member) return;
	await turn({ kind: "delay", path: `/*/members/${member.id}`, method: "PATCH", ms: 3000 });
	await page.goto(`/guilds/${guild.id}/cases`);
	await page.getByRole("button", { name: "New case" }).click();
	const dialog = page.getByRole("dialog", { name: "New case" });
	await dialog.getByLabel("Action").selectOption("Time out");
	await dialog.getByRole("button", { name: "By Discord ID instead" }).click();
	await dialog.getByLabel("Discord ID").fill(member.id);
	await dialog.getByLabel("Duration").selectOption("1 hour");
	await dialog.getByLabel("Reason").fill("Shouting in voice");
	const number = await placedCase(page, () => dialog.getByRole("button", { name: "Time out" }).click());
	const row = page.getByRole("row").filter({ hasText: `#${number}` });
	await expect(row.getByText("Pending")).toBeVisible();
	await expectAccessible(page);
	await expect(row.getByText("Open", { exact: true })).toBeVisible();
});

test("an order that failed says why, and is tried again", async ({ page, login, guild }) => {
	await login("admin");
	const stranger = test.info().project.name === "phone" ? "900300200100400500" : "900300200100400600";
	await page.goto(`/guilds/${guild.id}/cases`);
	const address = `/api/v1/guilds/${guild.id}/cases`;
	const opened = await page.request.post(address, {
		data: { type: "BAN", member: stranger, reason: "A raid’s account", idempotencyKey: randomUUID() },
		headers: { origin: new URL(page.url()).origin },
	});
	const { caseNumber } = (await opened.json()) as { caseNumber: number };
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await expect(page.getByText("Discord has no user with this ID.").first()).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(page.getByText("Sent to the bot again")).toBeVisible();
	await expect(page.getByRole("listitem").filter({ hasText: "couldn’t carry it out" })).toHaveCount(2);
});

test("several members are timed out at once, each with a case of their own", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	const chosen = await people(page, guild.id, 2, 3);
	await page.goto(`/guilds/${guild.id}/members?kind=people`);
	for (const { name } of chosen)
		await page.getByRole("row").filter({ hasText: name }).first().getByRole("checkbox").check();
	await expectNoSidewaysScroll(page);
	await page
		.getByRole("region", { name: "3 members selected" })
		.getByRole("button", { name: "Time out" })
		.click();
	const dialog = page.getByRole("dialog", { name: "Time out 3 members?" });
	await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
	await dialog.getByLabel("Reason").fill("Raid");
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Time out 3 members for 1 hour" }).click();
	await expect(dialog.getByText("3 cases opened; the bot is working through them")).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).last().click();
	for (const { name } of chosen)
		await expect(
			page.getByRole("row").filter({ hasText: name }).first().getByText("Timed out"),
		).toBeVisible();
});

test("whoever stands as high is out of reach, and the page says so", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/members/${guilds.medium.ownerId}`);
	await expect(page.getByText("Not allowed: This is the server’s owner.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Ban", exact: true })).toHaveCount(0);
	await login("helper");
	await page.goto(`/guilds/${guild.id}/members`);
	await expect(page.getByRole("row").nth(1)).toBeVisible();
	await expect(page.getByRole("checkbox")).toHaveCount(0);
});
