import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Set by `npm test`, which starts the application; a server that runs already is given by hand. */
const baseURL = process.env.TEST_BASE_URL ?? "http://localhost:3000";
const chromium =
	process.env.CHROMIUM_PATH ??
	["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
		existsSync(file),
	);

/** For a browser in a container: no sandbox, no graphics card, and no calls to its maker. */
const flags = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-first-run",
];

export default defineConfig({
	testDir: "e2e",
	outputDir: "test-results",
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [["list"]],
	use: {
		baseURL,
		locale: "en-GB",
		timezoneId: "Europe/Berlin",
		// Recording every test takes a third of their time: `TRACE=1` does it where one fails.
		trace: process.env.TRACE === "1" ? "retain-on-failure" : "off",
		screenshot: "only-on-failure",
		launchOptions: { args: flags, ...(chromium ? { executablePath: chromium } : {}) },
	},
	projects: [
		{ name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
		// What a phone shows of each page is looked at by pages.spec.ts. Of the rest it runs what is operated differently there:
		// it has no keys, and what is refused, stored or told to an open list is so at any width (`@desktop`).
		{
			name: "phone",
			testIgnore: /(analytics.*|configuration|explore|export|keys|live|palette)\.spec\.ts$/,
			grepInvert: /@desktop/,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		},
	],
});
