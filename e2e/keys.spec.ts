import type { Page } from "@playwright/test";
import { database } from "@/tests/setup/login";
import { expect, expectAccessible, test } from "./setup/test";

/** Every test saves to the same server. */
test.describe.configure({ mode: "serial" });

const key = "e2e.greeting";

/** Writes the value once the form listens, and saves it. What was written before is not written again: it is no change. */
async function saveValue(page: Page, value: string): Promise<void> {
	const form = page.getByRole("dialog");
	const save = form.getByRole("button", { name: "Save", exact: true });
	await expect(async () => {
		await form.getByLabel("Value").fill("");
		await form.getByLabel("Value").fill(value);
		await expect(save).toBeEnabled({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await save.click();
}

test.beforeAll(async () => {
	await database("DELETE FROM guild_dynamic_config WHERE key = $1", [key]);
});

test("a key is added, goes live with the bot's receipt, is changed, taken back and removed", async ({
	page,
	login,
	guild,
}) => {
	await login("owner");
	await page.goto(`/guilds/${guild.id}/configuration/keys`);
	await page.getByRole("button", { name: "Add a key" }).click();
	const form = page.getByRole("dialog");
	await form.getByLabel("Key", { exact: true }).fill("Not a key");
	await form.getByLabel("Value").fill("Ahoy");
	await form.getByRole("button", { name: "Add a key" }).click();
	await expect(form.getByText("Use lower-case letters")).toBeVisible();
	await form.getByLabel("Key", { exact: true }).fill(key);
	await expectAccessible(page);
	await form.getByRole("button", { name: "Add a key" }).click();
	await expect(page.getByText(`${key} saved`)).toBeVisible();

	await database(
		`INSERT INTO guild_config_receipts (guild_id, shard_id, revision)
		 SELECT guild_id, 0, revision FROM guild_config WHERE guild_id = $1
		 ON CONFLICT DO NOTHING`,
		[guild.id],
	);
	await expect(page.getByText(/^Live on \d+ shard/)).toBeVisible({ timeout: 15_000 });

	await page.getByRole("link", { name: key }).click();
	await form.getByLabel("Value").fill("Ahoy there");
	await form.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByRole("row", { name: key })).toContainText("Ahoy there");

	await page.getByRole("link", { name: "History" }).click();
	await page
		.getByRole("link", { name: /^Undo revision/ })
		.first()
		.click();
	await expect(form.getByLabel("Value")).toHaveValue("Ahoy");
	await form.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByRole("row", { name: key })).not.toContainText("there");

	await page.getByRole("link", { name: key }).click();
	await form.getByRole("button", { name: "Remove" }).click();
	const question = page.getByRole("alertdialog");
	await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
	await question.getByRole("button", { name: "Remove" }).click();
	await expect(page.getByText(`${key} removed`)).toBeVisible();
	await expect(page.getByRole("row", { name: key })).toHaveCount(0);
});

test("whoever saves a key second sees what it is now and chooses", async ({
	page,
	login,
	guild,
	browser,
	baseURL,
}) => {
	await database(
		"INSERT INTO guild_dynamic_config (guild_id, key, value) VALUES ($1, $2, '\"Ahoy\"') ON CONFLICT DO NOTHING",
		[guild.id, key],
	);
	await login("owner");
	const address = `/guilds/${guild.id}/configuration/keys?key=${key}`;
	await page.goto(address);
	await expect(page.getByRole("dialog").getByLabel("Value")).toHaveValue("Ahoy");
	const other = await browser.newContext({ storageState: await page.context().storageState() });
	const theirs = await other.newPage();
	await theirs.goto(`${baseURL}${address}`);
	await saveValue(theirs, "Theirs");
	await expect(theirs.getByRole("row", { name: key })).toContainText("Theirs");
	await other.close();

	await saveValue(page, "Mine");
	const clash = page.getByRole("dialog").getByRole("alert");
	await expect(clash).toContainText("Theirs");
	await clash.getByRole("button", { name: "Save mine" }).click();
	await expect(page.getByRole("row", { name: key })).toContainText("Mine");
	await database("DELETE FROM guild_dynamic_config WHERE guild_id = $1 AND key = $2", [guild.id, key]);
});
