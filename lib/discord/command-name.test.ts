import { expect, it } from "vitest";
import { spelledCommand } from "./command-name";

it.each([
	["rank", "/rank"],
	["größe", "/größe"],
	["Report message", "Report message"],
])("writes %s as %s", (name, spelled) => {
	expect(spelledCommand(name)).toBe(spelled);
});
