import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { pages } from "./app-tree";

const dashboard = path.resolve(import.meta.dirname, "../../app/(dashboard)");

/**
 * Pages that the server draws whole, so that they can be read without a script: decision 010. Of the fleet, the page
 * itself must also be able to answer 404: decision 003.
 */
const drawnWhole =
	/^\/(fleet|guilds\/\{guildId\}(\/(analytics(\/\w+)?|explore|report|\w+s\/\{(user|role|channel)Id\}))?)$/;

/** Whether a loading state stands beside a file or above it. */
function hasLoading(file: string): boolean {
	const folder = path.dirname(file);
	if (!folder.startsWith(dashboard)) return false;
	return existsSync(path.join(folder, "loading.tsx")) || hasLoading(folder);
}

it("has a loading state for every page behind the sign-in but those that are drawn whole", () => {
	const behind = pages().filter(({ file }) => file.startsWith(dashboard));
	expect(behind.length).toBeGreaterThan(25);
	const wrong = behind.filter(({ address, file }) => hasLoading(file) === drawnWhole.test(address));
	expect(wrong.map(({ address }) => address)).toEqual([]);
});
