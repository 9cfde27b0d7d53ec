import type pg from "pg";
import type { Comparison } from "@/bench/soak/compare";
import type { Difference } from "@/bench/soak/difference";
import type { Missed } from "@/bench/soak/losses";
import type { SimulatorState } from "@/simulator/state";

const fields = ["username", "discriminator", "global_name", "avatar", "banner", "accent_color"] as const;

type UserRow = Record<(typeof fields)[number], string | null> & { id: string; bot: boolean };

/**
 * Users belong to no guild: everybody who is a member somewhere is stored, and whoever is stored is as Discord says.
 */
export async function compareUsers(
	client: pg.ClientBase,
	state: SimulatorState,
	missed: Missed,
): Promise<Comparison> {
	const columns = fields.map((name) => `${name}::text`).join(", ");
	const { rows } = await client.query<UserRow>(`SELECT id::text, ${columns}, bot FROM discord_users`);
	const stored = new Map(rows.map((row) => [row.id, row]));
	const members = new Set<string>(
		[...state.core.guilds.values()]
			.filter((guild) => state.core.hears(guild))
			.flatMap(({ members: of }) => [...of.keys()]),
	);
	const comparison: Comparison = { table: "discord_users", rows: members.size, differences: [], excused: [] };
	for (const id of new Set([...members, ...stored.keys()])) {
		const found = differenceOf(id, state, stored.get(id));
		if (!found) continue;
		// Members are listed; of others Discord says nothing unless they do something.
		if (members.has(id) || missed(`user:${id}`) === undefined) comparison.differences.push(found);
		else comparison.excused.push({ ...found, reason: "they are in no server of the bot's" });
	}
	return comparison;
}

function differenceOf(id: string, state: SimulatorState, row: UserRow | undefined): Difference | undefined {
	const user = state.core.users.get(id);
	const base = { table: "discord_users", key: id };
	if (!row) return { ...base, kind: "missing", detail: user ?? {} };
	// A webhook writes as a user that it is not.
	if (!user) return undefined;
	const said = { ...user, bot: user.bot ?? false };
	const wrong = [...fields, "bot" as const].filter(
		(name) => String(said[name] ?? null) !== String(row[name] ?? null),
	);
	if (wrong.length === 0) return undefined;
	const detail = Object.fromEntries(wrong.map((name) => [name, { discord: said[name], stored: row[name] }]));
	return { ...base, kind: "different", detail };
}
