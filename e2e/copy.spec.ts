import { expect, test } from "./setup/test";

for (const secure of [true, false])
	test(`an id is copied ${secure ? "" : "over plain http"}`, { tag: "@desktop" }, async ({
		page,
		context,
		login,
		guild,
	}) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.addInitScript((value) => {
			Object.defineProperty(window, "isSecureContext", { value });
			if (!value) navigator.clipboard.writeText = () => Promise.reject(new Error("not over plain http"));
		}, secure);
		await login("owner");
		await page.goto(`/guilds/${guild.id}/roles`);
		await page.getByRole("link", { name: "Moderator", exact: true }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Moderator" })).toBeVisible();
		const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
		await page.getByRole("main").getByRole("button", { name: id }).click();
		await expect(page.getByRole("main").getByRole("button", { name: `${id} Copied` })).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
	});
