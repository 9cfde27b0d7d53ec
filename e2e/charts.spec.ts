import { readFile } from "node:fs/promises";
import { expect, test } from "./setup/test";

test("a chart is read by keys and pointer, zoomed, and taken along", { tag: "@desktop" }, async ({
	page,
	context,
	login,
	guild,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await login("owner");
	await page.goto(`/guilds/${guild.id}/analytics?range=90d&by=day`);
	const chart = page.getByRole("figure", { name: "Messages per day" });
	const cursor = chart.getByRole("slider").first();
	await cursor.focus();
	await page.keyboard.press("End");
	const last = await cursor.getAttribute("aria-valuetext");
	expect(last).toMatch(/\d/);
	await page.keyboard.press("ArrowLeft");
	await expect(cursor).not.toHaveAttribute("aria-valuetext", last ?? "");

	await chart.getByRole("button", { name: /as CSV$/ }).click();
	await expect(page.getByText("Copied", { exact: true }).first()).toBeVisible();
	const csv = await page.evaluate(() => navigator.clipboard.readText());
	expect(csv.trim().split("\n")).toHaveLength(91);

	const saving = page.waitForEvent("download");
	await chart.getByRole("button", { name: /as PNG$/ }).click();
	const picture = await saving;
	expect(picture.suggestedFilename()).toMatch(/\.png$/);
	const bytes = await readFile(await picture.path());
	expect(bytes.subarray(1, 4).toString()).toBe("PNG");
	expect(bytes.readUInt32BE(16)).toBeGreaterThan(400);

	const box = await cursor.boundingBox();
	if (box === null) throw new Error("the chart has no place on the page");
	const middle = box.y + box.height / 2;
	await page.mouse.move(box.x + box.width * 0.25, middle);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.5, middle, { steps: 5 });
	await page.mouse.up();
	await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
	await expect(chart).toBeVisible();
});
