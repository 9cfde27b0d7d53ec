import { mkdir, writeFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { Command } from "commander";
import { guilds, login } from "@/tests/setup/login";
import { command } from "./command";

const program = new Command("npm run pictures --")
	.description(
		"Takes the pictures of docs/images from a running demo. Needs BASE_URL, DATABASE_OWNER_URL and DATABASE_AUTH_URL of that demo.",
	)
	.option("--only <page>", "one page instead of all")
	.parse();

const guild = `/guilds/${guilds.medium.id}`;
const pages: Record<string, string> = {
	landing: "/",
	servers: "/guilds",
	account: "/account",
	overview: guild,
	analytics: `${guild}/analytics?range=90d`,
	growth: `${guild}/analytics/growth?range=90d`,
	"command-analytics": `${guild}/analytics/commands`,
	health: `${guild}/analytics/health?range=90d`,
	explore: `${guild}/explore?measure=messages&dimension=heat`,
	report: `${guild}/report`,
	members: `${guild}/members`,
	roles: `${guild}/roles?view=matrix`,
	channels: `${guild}/channels`,
	messages: `${guild}/messages?q=feedback`,
	commands: `${guild}/commands`,
	executions: `${guild}/commands/executions`,
	cases: `${guild}/cases`,
	case: `${guild}/cases/437`,
	configuration: `${guild}/configuration`,
	keys: `${guild}/configuration/keys`,
	history: `${guild}/configuration/history`,
	access: `${guild}/access`,
	audit: `${guild}/audit`,
	fleet: "/fleet",
};
/** Whom a page is for; every other one is shown to the owner. */
const people: Record<string, "operator"> = { fleet: "operator" };
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
		for (const [name, address] of Object.entries(pages)) {
			if (only !== undefined && only !== name) continue;
			const token = await login(people[name] ?? "owner");
			for (const size of sizes) await picture(browser, `${base}${address}`, name, token, size);
			console.log(name);
		}
		return 0;
	} finally {
		await browser.close();
	}
});

/** WebP keeps a page's picture under 60 kB; Playwright itself only knows PNG and JPEG. */
async function picture(
	browser: Browser,
	address: string,
	name: string,
	token: string,
	size: (typeof sizes)[number],
): Promise<void> {
	const { width, height, colorScheme } = size;
	const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "en-GB" });
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
