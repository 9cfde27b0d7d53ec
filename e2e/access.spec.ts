import { expect, expectAccessible, test } from "./setup/test";

test("who is granted access gets in at that level, and out again when it is revoked", {
	tag: "@desktop",
}, async ({ page, login, guild }) => {
	const cases = `/guilds/${guild.id}/cases`;
	await login("operator");
	expect((await page.goto(cases))?.status()).toBe(404);

	await login("owner");
	await page.goto(`/guilds/${guild.id}/access`);
	await expectAccessible(page);
	await page.getByRole("button", { name: "Grant access" }).click();
	const form = page.getByRole("dialog");
	await form.getByRole("button", { name: "Member" }).click();
	await page.getByPlaceholder("Search…").fill("Sam Whitfield");
	await page.getByRole("option", { name: "Sam Whitfield" }).click();
	await form.getByLabel("Level").selectOption("2");
	await form.getByLabel("Reason").fill("Helps during the jam");
	await form.getByRole("button", { name: "Grant access" }).click();
	await expect(page.getByText("Helps during the jam")).toBeVisible();

	await login("operator");
	expect((await page.goto(cases))?.status()).toBe(200);
	expect((await page.goto(`/guilds/${guild.id}/configuration`))?.status()).toBe(404);

	await login("owner");
	await page.goto(`/guilds/${guild.id}/access`);
	// The operator's own row stands in the same list: what is revoked is this grant.
	const given = page.getByRole("listitem").filter({ hasText: "Helps during the jam" }).last();
	await given.getByRole("button", { name: "Revoke the access of Sam Whitfield" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
	await expect(page.getByText("Helps during the jam")).toBeHidden();

	await login("operator");
	expect((await page.goto(cases))?.status()).toBe(404);
});
