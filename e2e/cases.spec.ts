import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

type Found = { caseNumber: number; reason: string };

/** Open warnings, newest first; each test and each window size takes one of its own, so that none disturbs another. */
async function openWarning(page: Page, guildId: string, which: number): Promise<Found> {
	const answer = await page.request.get(`/api/v1/guilds/${guildId}/cases?status=open&type=WARN`);
	const { items } = (await answer.json()) as { items: Found[] };
	const found = items[which * 2 + (test.info().project.name === "phone" ? 1 : 0)];
	if (!found) throw new Error("the demo has too few open warnings");
	return found;
}

const panel = (page: Page, number: number) => page.getByRole("complementary", { name: `Case ${number}` });

test("the moderator opens a case and edits its reason", async ({ page, login, guild }) => {
	await login("moderator");
	const { caseNumber, reason } = await openWarning(page, guild.id, 0);
	await page.goto(`/guilds/${guild.id}/cases?status=open&type=WARN`);
	await expectNoSidewaysScroll(page);
	await page.getByRole("link", { name: new RegExp(`^#${caseNumber}\\b`) }).click();
	await expect(page).toHaveURL(new RegExp(`[?&]case=${caseNumber}`));
	const shown = panel(page, caseNumber);
	await expect(shown.getByText(reason, { exact: true }).first()).toBeVisible();
	await shown.getByRole("button", { name: "Edit reason" }).click();
	const changed = `${reason}, talked about it on ${test.info().project.name}`;
	await shown.getByLabel("Reason").fill(changed);
	await shown.getByRole("button", { name: "Save" }).click();
	await expect(shown.getByRole("button", { name: "Edit reason" })).toBeVisible();
	await expect(shown.getByRole("listitem").filter({ hasText: "edited the case" }).first()).toContainText(
		changed,
	);
	await page.reload();
	await expect(panel(page, caseNumber).getByText(changed, { exact: true }).first()).toBeVisible();
	await expectAccessible(page);
});

test("an empty reason is refused beside its field, and Escape gives the edit up", async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	const { caseNumber, reason } = await openWarning(page, guild.id, 1);
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await expect(page.getByRole("button", { name: "Edit reason" })).toBeVisible();
	await page.getByRole("button", { name: "Edit reason" }).click();
	const field = page.getByLabel("Reason");
	await field.fill(" ");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("Enter a reason.")).toBeVisible();
	await expect(field).toHaveAttribute("aria-invalid", "true");
	await field.press("Escape");
	await expect(page.getByText(reason, { exact: true }).first()).toBeVisible();
});

test("two people edit one case: the second sees both versions and decides", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	const { caseNumber, reason } = await openWarning(page, guild.id, 2);
	const address = `/api/v1/guilds/${guild.id}/cases/${caseNumber}`;
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await page.getByRole("button", { name: "Edit reason" }).click();
	await page.getByLabel("Reason").fill(`${reason}, mine`);
	const { revision } = (await (await page.request.get(address)).json()) as { revision: string };
	const faster = await page.request.patch(address, {
		data: { revision, reason: `${reason}, theirs` },
		headers: { origin: new URL(page.url()).origin },
	});
	expect(faster.ok()).toBe(true);
	await page.getByRole("button", { name: "Save" }).click();
	const clash = page.getByRole("alert").filter({ hasText: "This case changed while you had it open" });
	await expect(clash).toContainText(`${reason}, theirs`);
	await expect(clash).toContainText(`${reason}, mine`);
	await clash.getByRole("button", { name: "Save mine instead" }).click();
	await expect(page.getByText(`${reason}, mine`, { exact: true }).first()).toBeVisible();
});

test("a case is voided after a question, and reopened", async ({ page, login, guild }) => {
	await login("moderator");
	const { caseNumber } = await openWarning(page, guild.id, 3);
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await page.getByRole("button", { name: "Void" }).click();
	const question = page.getByRole("alertdialog");
	await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
	await question.getByRole("button", { name: `Void case ${caseNumber}` }).click();
	await page.getByRole("button", { name: "Reopen" }).click();
	await page
		.getByRole("alertdialog")
		.getByRole("button", { name: `Reopen case ${caseNumber}` })
		.click();
	await expect(page.getByRole("button", { name: "Void" })).toBeVisible();
});

/** The number of a temporary ban's case. */
async function temporaryBan(page: Page, guildId: string, status: string): Promise<number> {
	const answer = await page.request.get(`/api/v1/guilds/${guildId}/cases?status=${status}&type=TEMPBAN`);
	const { items } = (await answer.json()) as { items: Found[] };
	const found = items.at(-1);
	if (!found) throw new Error(`the demo has no temporary ban that is ${status}`);
	return found.caseNumber;
}

test("closing the case of a temporary ban says when the ban ends", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/cases/${await temporaryBan(page, guild.id, "open")}`);
	await page.getByRole("button", { name: "Close", exact: true }).click();
	await expect(page.getByRole("alertdialog")).toContainText(
		"Nothing changes on Discord. The ban still ends on",
	);
});

test("a temporary ban that is over is reopened with a new expiry", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("moderator");
	const caseNumber = await temporaryBan(page, guild.id, "expired");
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await page.getByRole("button", { name: "Reopen" }).click();
	const reopen = page.getByRole("button", { name: `Reopen case ${caseNumber}` });
	await reopen.click();
	await expect(page.getByText("Cases of this type need an expiry.")).toBeVisible();
	await page.getByRole("button", { name: "+7 days" }).click();
	await expectAccessible(page);
	await reopen.click();
	await expect(page.getByRole("button", { name: "Close", exact: true })).toBeVisible();
});

test("the helper reads a case and writes a note, but changes nothing", { tag: "@desktop" }, async ({
	page,
	login,
	guild,
}) => {
	await login("helper");
	const { caseNumber } = await openWarning(page, guild.id, 4);
	await page.goto(`/guilds/${guild.id}/cases/${caseNumber}`);
	await expect(page.getByRole("heading", { level: 1, name: `Case ${caseNumber}` })).toBeVisible();
	for (const name of ["Edit reason", "Void", "Close"])
		await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
	const note = `Calm when spoken to, ${test.info().project.name}`;
	await page.getByLabel("Add a note").fill(note);
	await page.getByRole("button", { name: "Add note" }).click();
	await expect(page.getByRole("listitem").filter({ hasText: note })).toBeVisible();
});

test("nothing of a case exists for someone without access, nor a number without a case", {
	tag: "@desktop",
}, async ({ page, login, guild }) => {
	await login("member");
	for (const path of ["cases", "cases/1"])
		expect((await page.goto(`/guilds/${guild.id}/${path}`))?.status()).toBe(404);
	await login("moderator");
	expect((await page.goto(`/guilds/${guild.id}/cases/999999`))?.status()).toBe(404);
});

test("filters without a match offer the way back", { tag: "@desktop" }, async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/cases?q=zyxwv`);
	await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
	await page.getByRole("link", { name: "Clear filters" }).click();
	await expect(page.getByRole("table", { name: "Cases" })).toBeVisible();
});
