import { mkdir, writeFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { Command } from "commander";
import { fill, pages } from "@/tests/setup/app-tree";
import { examples } from "@/tests/setup/examples";
import { guilds, login } from "@/tests/setup/login";
import { command } from "./command";

const program = new Command("npm run pictures --")
	.description(
		"Takes the pictures of docs/images from a running demo. Needs BASE_URL, DATABASE_OWNER_URL and DATABASE_AUTH_URL of that demo.",
	)
	.option("--only <page>", "one page instead of all")
	.parse();

/** What a page is asked for, where it shows more of itself than it does without. */
const queries: Record<string, string> = {
	analytics: "range=90d",
	"analytics-growth": "range=90d",
	"analytics-health": "range=90d",
	"analytics-moderation": "range=90d",
	explore: "measure=messages&dimension=heat",
	messages: "q=feedback",
	roles: "view=matrix",
};
/** Whom a page is for, nobody being signed in included; every other one is shown to the owner. */
const people: Record<string, "operator" | "nobody"> = {
	fleet: "operator",
	landing: "nobody",
	"sign-in": "nobody",
};
const sizes = [
	{ width: 1440, height: 900, colorScheme: "light" },
	{ width: 1440, height: 900, colorScheme: "dark" },
	{ width: 390, height: 844, colorScheme: "dark" },
] as const;

await command(async () => {
	const base = process.env.BASE_URL ?? "http://localhost:3000";
	const only = program.opts<{ only?: string }>().only;
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
	});
	try {
		await mkdir("docs/images", { recursive: true });
		const values = await examples(guilds.medium.id);
		for (const { address } of pages()) {
			const name = nameOf(address);
			if (only !== undefined && only !== name) continue;
			const person = people[name] ?? "owner";
			const token = person === "nobody" ? undefined : await login(person);
			const asked = `${base}${fill(address, values)}?${queries[name] ?? ""}`;
			for (const size of sizes) await picture(browser, asked, name, token, size);
			console.log(name);
		}
		return 0;
	} finally {
		await browser.close();
	}
});

/** `/guilds/{guildId}/cases/{caseNumber}` is `cases-one`: a picture is named after its page's path. */
function nameOf(address: string): string {
	if (address === "/") return "landing";
	if (address === "/guilds") return "servers";
	const inServer = address.replace(/^\/guilds\/\{guildId\}/, "").slice(1);
	return inServer.replaceAll(/(\/\{\w+\})+/g, "-one").replaceAll("/", "-") || "overview";
}

/** WebP keeps a page's picture under 60 kB; Playwright itself only knows PNG and JPEG. */
async function picture(
	browser: Browser,
	address: string,
	name: string,
	token: string | undefined,
	size: (typeof sizes)[number],
): Promise<void> {
	const { width, height, colorScheme } = size;
	const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "en-GB" });
	if (token !== undefined)
		await context.addCookies([{ name: "guildhall.session", value: token, url: address }]);
	const page = await context.newPage();
	await page.goto(address, { waitUntil: "load" });
	await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	await writeFile(`docs/images/${name}-${width}-${colorScheme}.webp`, await webp(page));
	await context.close();
}

async function webp(page: Page): Promise<Buffer> {
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 72 });
	return Buffer.from(data, "base64");
}
