import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { pages } from "./app-tree";

const dashboard = path.resolve(import.meta.dirname, "../../app/(dashboard)");

/** Who runs the bot is asked for on the page itself, which must be able to answer 404: decision 003. */
const withoutLoading = ["/fleet"];

/** Whether a loading state stands beside a file or above it. */
function hasLoading(file: string): boolean {
	const folder = path.dirname(file);
	if (!folder.startsWith(dashboard)) return false;
	return existsSync(path.join(folder, "loading.tsx")) || hasLoading(folder);
}

it("has a loading state for every page behind the sign-in", () => {
	const behind = pages().filter(({ file }) => file.startsWith(dashboard));
	expect(behind.length).toBeGreaterThan(25);
	const bare = behind.filter(({ file }) => !hasLoading(file)).map(({ address }) => address);
	expect(bare).toEqual(withoutLoading);
});
