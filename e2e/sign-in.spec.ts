import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("signing in through Discord leads back to where one wanted to go", async ({ page, guild, context }) => {
	await page.goto(`/guilds/${guild.id}/members?q=mira`);
	await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Continue with Discord" }).click();
	await expect(page.getByRole("heading", { name: "Choose who you are" })).toBeVisible();
	await page.getByRole("button", { name: /Mira Solano/ }).click();
	await expect(page).toHaveURL(`/guilds/${guild.id}/members?q=mira`);
	await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
	const session = (await context.cookies()).find(({ name }) => name === "guildhall.session");
	expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("somebody who cancels at Discord is told so and can try again", async ({ page }) => {
	await page.goto("/sign-in");
	await page.getByRole("button", { name: "Continue with Discord" }).click();
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page).toHaveURL(/\/sign-in\?.*error=/);
	await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
	await expect(page.getByRole("button", { name: "Continue with Discord" })).toBeEnabled();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test("signing out ends the session, not only the cookie", { tag: "@desktop" }, async ({
	page,
	login,
	context,
}) => {
	await login("helper");
	await page.goto("/account");
	const [session] = (await context.cookies()).filter(({ name }) => name === "guildhall.session");
	await page
		.getByRole("button", { name: /Jonas Brandt/ })
		.first()
		.click();
	await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
	await expect(page).not.toHaveURL(/\/account/);
	await context.addCookies(session === undefined ? [] : [session]);
	await page.goto("/account");
	await expect(page).toHaveURL(/\/sign-in/);
});

test("the language of the browser greets whoever is not signed in", { tag: "@desktop" }, async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({ locale: "de-DE", ...(baseURL ? { baseURL } : {}) });
	const page = await context.newPage();
	await page.goto("/sign-in");
	await expect(page.locator("html")).toHaveAttribute("lang", "de");
	await context.close();
});
