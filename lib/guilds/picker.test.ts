import { expect, test } from "vitest";
import type { MyGuild } from "./mine";
import { sortIntoPicker } from "./picker";

const guild = (id: string, name: string, changes: Partial<MyGuild> = {}): MyGuild => ({
	id,
	name,
	icon: null,
	memberCount: 10,
	botPresent: true,
	level: 5,
	owner: false,
	favourite: false,
	stored: true,
	...changes,
});

const guilds = [
	guild("100000000000000001", "Harbor"),
	guild("100000000000000002", "Gone", { botPresent: false }),
	guild("100000000000000003", "Elsewhere", { botPresent: false, stored: false }),
];

test("servers stand in the group of what can be done with them", () => {
	const groups = sortIntoPicker(guilds, "");
	expect(groups.open.map((item) => item.name)).toEqual(["Harbor"]);
	expect(groups.left.map((item) => item.name)).toEqual(["Gone"]);
	expect(groups.invite.map((item) => item.name)).toEqual(["Elsewhere"]);
});

test("a search finds part of a name in any case, or the whole id", () => {
	expect(sortIntoPicker(guilds, "HARB").open).toHaveLength(1);
	expect(sortIntoPicker(guilds, "100000000000000003").invite).toHaveLength(1);
	expect(sortIntoPicker(guilds, "10000000000000000")).toEqual({ open: [], left: [], invite: [] });
});
