import { importedGuild } from "@/tests/setup/imported-guild";
import { database } from "@/tests/setup/login";
import { visitor } from "@/tests/setup/visitor";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

test("the owner finds their servers, favourites first, and those without the bot", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto("/guilds");
	await expect(page.getByRole("heading", { level: 1, name: "Servers" })).toBeVisible();
	await expect(page.getByRole("link", { name: guild.name })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Without the bot" })).toBeVisible();
	const absent = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Add the bot" }) });
	for (const row of await absent.all()) await expect(row).toContainText(/\d members/);
	const invite = page.getByRole("link", { name: "Add the bot" }).last();
	await expect(invite).toHaveAttribute("href", /oauth2\/authorize\?.*guild_id=\d+/);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test("a server that was imported opens from the picker, and can be put first", async ({
	page,
	context,
	baseURL,
}) => {
	const { id, token } = await visitor();
	const guild = await importedGuild(id);
	try {
		await context.addCookies([{ name: "guildhall.session", value: token, url: baseURL ?? "" }]);
		await page.goto("/guilds");
		const row = page.getByRole("listitem").filter({ hasText: guild.name });
		await expect(row).toContainText("1 member");
		await expect(row.getByRole("button", { name: `Pin ${guild.name} to the top` })).toBeVisible();
		await row.getByRole("link", { name: guild.name }).click();
		await expect(page).toHaveURL(new RegExp(`/guilds/${guild.id}`));
		await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	} finally {
		await database("DELETE FROM discord_guilds WHERE id = $1", [guild.id]);
	}
});

test("a search that nothing matches says so", { tag: "@desktop" }, async ({ page, login }) => {
	await login("owner");
	await page.goto("/guilds?q=nowhere");
	await expect(page.getByRole("heading", { name: /No server matches/ })).toBeVisible();
});

test("somebody without any server is told why and what to do", { tag: "@desktop" }, async ({
	page,
	login,
}) => {
	await login("member");
	await page.goto("/guilds");
	await expect(page.getByRole("heading", { name: "No servers yet" })).toBeVisible();
	await expectAccessible(page);
});

test("whoever is not signed in is sent to the sign-in page and comes back afterwards", async ({
	page,
	guild,
}) => {
	await page.goto(`/guilds/${guild.id}`);
	await expect(page).toHaveURL(new RegExp(`/sign-in\\?callbackUrl=%2Fguilds%2F${guild.id}`));
});

test("an operator without a server is shown the way into one, and told when there is none", async ({
	page,
	login,
}) => {
	await login("operator");
	await page.goto("/guilds");
	const visit = page.getByRole("region", { name: "Visit a server as an operator" });
	await expect(visit).toBeVisible();
	await visit.getByLabel("Server ID").fill("902114735018344449");
	await visit.getByLabel("Reason").fill("Asked to look at a stuck import");
	await visit.getByRole("button", { name: "Enter the server" }).click();
	await expect(visit.getByText("The bot knows no server with this ID.")).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test("nobody else is offered a visit", { tag: "@desktop" }, async ({ page, login }) => {
	await login("owner");
	await page.goto("/guilds");
	await expect(page.getByRole("heading", { level: 1, name: "Servers" })).toBeVisible();
	await expect(page.getByText("Visit a server as an operator")).toHaveCount(0);
});
