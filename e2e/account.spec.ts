import { login as session } from "@/tests/setup/login";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the account page shows who one is and where one is signed in", async ({ page, login }) => {
	await login("moderator");
	await page.goto("/account");
	await expect(page.getByText("@inesokafor")).toBeVisible();
	await expect(page.getByText("Firefox on Linux").first()).toBeVisible();
	await expect(page.getByText("This one")).toHaveCount(1);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test("a session that is ended elsewhere is refused with its next request", { tag: "@desktop" }, async ({
	page,
	login,
	baseURL,
}) => {
	await login("helper");
	const other = await session("helper");
	const asOther = { headers: { Cookie: `guildhall.session=${other}` } };
	expect((await fetch(`${baseURL}/api/v1/me`, asOther)).status).toBe(200);
	const { items } = (await (await fetch(`${baseURL}/api/v1/me/sessions`, asOther)).json()) as {
		items: { id: string; current: boolean }[];
	};
	const id = items.find((item) => item.current)?.id;
	await page.goto("/account");
	const ended = await page.request.delete(`/api/v1/me/sessions/${id}`, {
		headers: { Origin: baseURL ?? "" },
	});
	expect(ended.status()).toBe(204);
	expect((await fetch(`${baseURL}/api/v1/me`, asOther)).status).toBe(401);
});

test("an API token is shown once and acts up to its level", async ({ page, login, guild, baseURL }) => {
	await login("admin");
	await page.goto("/account");
	await page.getByLabel("Name", { exact: true }).fill("Nightly figures");
	await page.getByRole("button", { name: "Create token" }).click();
	const token = await page.getByRole("status").locator("code").textContent();
	expect(token).toMatch(/^gh_/);
	const asProgram = { headers: { Authorization: `Bearer ${token}` } };
	const search = await fetch(`${baseURL}/api/v1/guilds/${guild.id}/search?q=general`, asProgram);
	expect(search.status).toBe(200);
	await page.reload();
	await expect(page.getByText("Nightly figures").first()).toBeVisible();
	expect(await page.content()).not.toContain(token ?? "missing");
});

test("language and theme are kept and served with the first byte", async ({
	page,
	login,
	request,
	context,
}) => {
	await login("operator");
	await page.goto("/account");
	await page.locator("main").getByText("Deutsch", { exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Konto" })).toBeVisible();
	await page.locator("main").getByTitle("Dunkel").click();
	await expect(page.locator("html")).toHaveClass(/dark/);
	const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
	const html = await (await request.get("/account", { headers: { Cookie: cookie } })).text();
	expect(html).toMatch(/<html lang="de" class="[^"]*dark/);
});

test("a token that could not be revoked is said to work still", { tag: "@desktop" }, async ({
	page,
	login,
}) => {
	await login("admin");
	await page.goto("/account");
	await page.getByLabel("Name", { exact: true }).fill("Kept by mistake");
	await page.getByRole("button", { name: "Create token" }).click();
	await page.route("**/api/v1/me/tokens/*", (route) => route.fulfill({ status: 429 }));
	await page.getByRole("button", { name: "Revoke Kept by mistake" }).first().click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
	await expect(page.getByText("The token still works")).toBeVisible();
	await expect(page.getByText("Kept by mistake").first()).toBeVisible();
});
