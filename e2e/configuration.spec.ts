import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./setup/test";

/** Both tests change the prefix of the same server. */
test.describe.configure({ mode: "serial" });

test("an owner changes a setting, sees exactly that difference, and finds it in the history", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/configuration`);
	await expectAccessible(page);
	const prefix = page.getByLabel("Prefix", { exact: true });
	const before = await prefix.inputValue();
	await prefix.fill(before === "?" ? "!" : "?");
	await page.getByRole("button", { name: "Review" }).click();
	const review = page.getByRole("dialog");
	await expect(review.getByRole("definition")).toHaveCount(1);
	await expect(review.getByRole("deletion")).toContainText(before);
	await review.getByLabel("Note").fill("Tried another one");
	await review.getByRole("button", { name: "Save 1 change" }).click();
	await expect(page.getByText("Settings saved")).toBeVisible();
	await page.getByRole("link", { name: "History" }).click();
	await expect(page.getByText("Tried another one").first()).toBeVisible();
	await page
		.getByRole("link", { name: /^Undo revision/ })
		.first()
		.click();
	await expect(page.getByRole("dialog").getByRole("insertion")).toContainText(before);
	await page.getByRole("dialog").getByRole("button", { name: "Save 1 change" }).click();
	await expect(page.getByText("Settings saved").first()).toBeVisible();
	await expect(page.getByLabel("Prefix", { exact: true })).toHaveValue(before);
});

test("a stale save is refused and shows both values", async ({ page, login, guild, browser, baseURL }) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/configuration`);
	const other = await browser.newContext({ storageState: await page.context().storageState() });
	const theirs = await other.newPage();
	await theirs.goto(`${baseURL}/guilds/${guild.id}/configuration`);
	const before = await page.getByLabel("Prefix", { exact: true }).inputValue();
	await theirs.getByLabel("Prefix", { exact: true }).fill("$");
	await theirs.keyboard.press("Control+s");
	await expect(theirs.getByText("Settings saved")).toBeVisible();
	await other.close();

	await page.getByLabel("Prefix", { exact: true }).fill("%");
	await page.getByRole("button", { name: "Save", exact: true }).click();
	const clash = page.getByRole("dialog");
	await expect(clash.getByRole("radio", { name: /Yours/ })).toBeVisible();
	await expect(clash).toContainText("$");
	await expect(clash).toContainText("%");
	await clash.getByRole("radio", { name: /saved/ }).check();
	await clash.getByRole("button", { name: "Save my choice" }).click();
	await expect(page.getByLabel("Prefix", { exact: true })).toHaveValue("$");
	await page.getByLabel("Prefix", { exact: true }).fill(before);
	await page.keyboard.press("Control+s");
	await expect(page.getByText("Settings saved").first()).toBeVisible();
});

test("a moderator reads the settings, a helper finds nothing", async ({ page, login, guild }) => {
	await login("moderator");
	await page.goto(`/guilds/${guild.id}/configuration`);
	await expect(page.getByText("Mod log", { exact: true })).toBeVisible();
	await expect(page.getByLabel("Prefix", { exact: true })).toHaveCount(0);
	await expectNoSidewaysScroll(page);
	await login("helper");
	const answer = await page.goto(`/guilds/${guild.id}/configuration`);
	expect(answer?.status()).toBe(404);
});
