import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { parseRange, type Range } from "@/lib/range";
import type { CommandFigures, CommandList, CommandListItem, CommandSort, ListCommandsQuery } from "./schema";
import { usageByCommand } from "./usage";

type Registered = Omit<CommandListItem, keyof CommandFigures>;

/** The period that an address asks for, in the server's zone. */
export async function rangeOf(
	guild: GuildScope,
	asked: Pick<ListCommandsQuery, "range" | "from" | "to">,
): Promise<Range> {
	const row = await guild.one<{ zone: string }>(sql`SELECT app.time_zone() AS zone`);
	return parseRange(asked, row?.zone ?? "UTC");
}

/**
 * Every command that the bot offers here, and every one that was used in the period though it is not offered now,
 * with how it was used.
 */
export async function listCommands(
	guild: GuildScope,
	query: ListCommandsQuery,
	known?: Range,
): Promise<CommandList> {
	const range = known ?? (await rangeOf(guild, query));
	const usage = await usageByCommand(guild, range);
	const registered = await registeredCommands(guild);
	const names = new Set(registered.map(({ name }) => name));
	const gone = [...usage.keys()].filter((name) => !names.has(name)).map(unregistered);
	const items = [...registered, ...gone].map((command) => ({
		...command,
		...(usage.get(command.name) ?? { executions: 0, errors: 0, median: null, slowest: null }),
	}));
	return { items: items.sort(byOrder(query.sort)), nextCursor: null };
}

/** A guild's own registration replaces the global one of the same name and kind, as on Discord. */
function registeredCommands(guild: GuildScope): Promise<Registered[]> {
	return guild.rows<Registered>(sql`
		SELECT DISTINCT ON (c.name, c.command_type) c.id, c.name, c.command_type AS type, c.description,
			(SELECT coalesce(json_agg(o.value ->> 'name' ORDER BY o.ordinality), '[]')
				FROM jsonb_array_elements(CASE WHEN jsonb_typeof(c.options) = 'array' THEN c.options ELSE '[]' END)
					WITH ORDINALITY o) AS "optionNames",
			c.default_member_permissions AS permissions, c.guild_id = 0 AS "isGlobal",
			coalesce(c.enabled, true) AS enabled
		FROM discord_application_commands c
		WHERE c.guild_id = ${guild.guildId}::bigint OR c.guild_id = 0
		ORDER BY c.name, c.command_type, c.guild_id DESC`);
}

function unregistered(name: string): Registered {
	return {
		id: null,
		name,
		type: null,
		description: null,
		optionNames: [],
		permissions: null,
		isGlobal: false,
		enabled: false,
	};
}

const measures = {
	uses: (command) => command.executions,
	errors: (command) => command.errors,
	median: (command) => command.median ?? -1,
	slowest: (command) => command.slowest ?? -1,
} as const satisfies Record<string, (command: CommandFigures) => number>;

/** By the figure asked for, then by name. */
function byOrder(sort: CommandSort) {
	const turn = sort.startsWith("-") ? -1 : 1;
	const key = sort.replace("-", "");
	const byName = (one: CommandListItem, other: CommandListItem) => one.name.localeCompare(other.name, "en");
	if (!(key in measures)) return (one: CommandListItem, other: CommandListItem) => turn * byName(one, other);
	const measure = measures[key as keyof typeof measures];
	return (one: CommandListItem, other: CommandListItem) =>
		turn * (measure(one) - measure(other)) || byName(one, other);
}
