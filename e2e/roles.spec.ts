import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the hierarchy leads from a role to what it may do", async ({ page, login, guild }) => {
	await login("helper");
	await page.goto(`/guilds/${guild.id}/roles`);
	await expectAccessible(page);
	await page.getByRole("link", { name: "Moderator", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Moderator" })).toBeVisible();
	await expect(
		page.locator("details").filter({ has: page.getByText("Time Out Members", { exact: true }) }),
	).toContainText("Granted by the role Moderator");
	await expectAccessible(page);
});

test("two roles are compared in the address, differences first", async ({ page, login, guild }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/roles?view=compare`);
	await page.getByLabel("First role").selectOption("Moderator");
	await page.getByLabel("Second role").selectOption("Helper");
	await expect(page).toHaveURL(/compare=\d+(,|%2C)\d+/);
	await expect(page.getByRole("heading", { name: /\d+ differences/ })).toBeVisible();
	await expect(page.getByRole("row", { name: /^Kick Members Allowed Neither/ })).toBeVisible();
	await page.reload();
	await expect(page.getByLabel("Second role").locator("option:checked")).toHaveText("Helper");
});

test("the matrix scrolls in its own region; on a phone it is a list for one role", {
	tag: "@desktop",
}, async ({ page, login, guild }) => {
	await login("owner");
	await page.setViewportSize({ width: 1024, height: 700 });
	await page.goto(`/guilds/${guild.id}/roles?view=matrix`);
	await expect(page.getByRole("region", { name: "Permissions of all roles" })).toBeVisible();
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.getByLabel("Role", { exact: true }).selectOption("Helper");
	await expect(page.getByRole("listitem").filter({ hasText: "Ban Members" })).toContainText("Neither");
	await expectNoSidewaysScroll(page);
});
