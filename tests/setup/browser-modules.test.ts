import { expect, test } from "vitest";
import { pages } from "./app-tree";
import { browserModules } from "./browser-modules";

/** Pages with a form that checks what is typed by the schema of its route. */
const withForms = [
	"/guilds/{guildId}/access",
	"/guilds/{guildId}/configuration",
	"/guilds/{guildId}/configuration/history",
	"/guilds/{guildId}/configuration/keys",
	"/guilds/{guildId}/explore",
];

test("a page brings the validator along only where a form needs it at once", () => {
	const bringing = pages().filter(({ file }) => browserModules(file).has("zod"));
	expect(bringing.map(({ address }) => address)).toEqual(withForms);
});

test("what a page of a list opens later is loaded later", () => {
	const lists = ["members", "cases", "audit", "commands"];
	for (const list of lists) {
		const page = pages().find(({ address }) => address === `/guilds/{guildId}/${list}`);
		const modules = browserModules(page?.file ?? "");
		expect(modules).toContain("components/layout/data-table.tsx");
		expect(modules).not.toContain("components/ui/alert-dialog.tsx");
		expect(modules).not.toContain("components/ui/dialog.tsx");
	}
});
