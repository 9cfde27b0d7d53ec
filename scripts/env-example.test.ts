import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { roleVariables } from "./database/roles";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFile(path.join(root, file), "utf8");
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const sorted = (words: Iterable<string>) => [...words].toSorted((one, other) => one.localeCompare(other));

/** Set by one of our processes for another; nobody else has a reason to, but for a server to look at in a browser. */
const internal = /^(TEST_(?!BASE_URL$)|GUILDHALL_TETHER$|GITHUB_|NO_COLOR$|FORCE_COLOR$)/;

async function scriptVariables(): Promise<string[]> {
	const files = (await readdir(path.join(root, "scripts"), { recursive: true })).filter(
		(file) => /\.(ts|mjs)$/.test(file) && !file.endsWith(".test.ts"),
	);
	const texts = await Promise.all(
		[...files.map((file) => `scripts/${file}`), "playwright.config.ts", "next.config.ts"].map(read),
	);
	return names(texts.join("\n"), /process\.env\.([A-Z_]+)/g);
}

test(".env.example explains exactly the variables that are read", async () => {
	const application = names(
		[await read("lib/env.ts"), await read("bot/env.ts")].join("\n"),
		/^\t([A-Z_]+):/gm,
	);
	const compose = names(await read("compose.yaml"), /\$\{([A-Z_]+)/g);
	const wanted = [...application, ...(await scriptVariables()), ...Object.values(roleVariables), ...compose];
	const explained = names(await read(".env.example"), /^# ([A-Z_]+)=/gm);
	expect(application).toContain("DATABASE_WEB_URL");
	expect(sorted(explained)).toEqual(sorted(new Set(wanted)).filter((name) => !internal.test(name)));
});

/** What Compose leaves as it is: a real Discord behind its own addresses, in production, on the image's port. */
const fixed = [
	"NODE_ENV",
	"PORT",
	"GUILDHALL_DEMO",
	"DISCORD_API_URL",
	"DISCORD_AUTHORIZE_URL",
	"DISCORD_CDN_URL",
];

test.each([
	["web", "lib/env.ts"],
	["bot", "bot/env.ts"],
])("compose.yaml hands its %s every variable of %s", async (service, file) => {
	const [, block = ""] =
		new RegExp(`^  ${service}:\\n((?:    .*\\n|\\n)+)`, "m").exec(await read("compose.yaml")) ?? [];
	const given = names(block, /^ {6}([A-Z_]+):/gm);
	const wanted = names(await read(file), /^\t([A-Z_]+):/gm).filter((name) => !fixed.includes(name));
	expect(sorted(given)).toEqual(sorted(wanted));
});

test(".env.example sets nothing when it is copied as it is", async () => {
	const lines = (await read(".env.example")).split("\n");
	expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});
