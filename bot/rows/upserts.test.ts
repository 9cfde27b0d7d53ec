import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

const sources = ["app", "bot", "lib", "prisma/migrations", "simulator"].flatMap((folder) =>
	readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
		.filter((name) => /\.(ts|sql)$/.test(name) && !/generated|\.test\./.test(name))
		.map((name) => `${folder}/${name}`),
);

/** A distributed table takes no clock there: each shard would read its own. */
const asksTheClock = /DO UPDATE\s+SET[^;`]*?\bnow\(\)/i;

test("no upsert asks the clock for what it changes: it takes what the row to be inserted has", () => {
	expect(sources.length).toBeGreaterThan(500);
	const wrong = sources.filter((name) => asksTheClock.test(readFileSync(new URL(name, root), "utf8")));
	expect(wrong).toEqual([]);
});
