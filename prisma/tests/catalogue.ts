import type pg from "pg";

export type Command = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

export type Policy = {
	name: string;
	command: Command | "ALL";
	roles: string[];
	permissive: boolean;
	using: string | null;
	check: string | null;
};

export type Table = {
	name: string;
	/** `guild_id`, `server_id`, or `id` of the guilds themselves; null where rows belong to no guild. */
	guildColumn: string | null;
	isPartition: boolean;
	rowSecurity: boolean;
	forced: boolean;
	/** What the web role may do, on the table or on any of its columns. */
	webMay: Command[];
	policies: Policy[];
};

const tableQuery = `
	SELECT c.relname AS name, c.relispartition AS "isPartition", c.relrowsecurity AS "rowSecurity",
		c.relforcerowsecurity AS forced,
		CASE WHEN c.relname = 'discord_guilds' THEN 'id' ELSE (
			SELECT a.attname FROM pg_attribute a
			WHERE a.attrelid = c.oid AND a.attname IN ('guild_id', 'server_id') AND NOT a.attisdropped
			ORDER BY a.attname LIMIT 1
		) END AS "guildColumn",
		ARRAY(
			SELECT command FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS command
			WHERE has_table_privilege('guildhall_web', c.oid, command)
				OR (command <> 'DELETE' AND has_any_column_privilege('guildhall_web', c.oid, command))
		) AS "webMay",
		coalesce((
			SELECT json_agg(json_build_object(
				'name', p.policyname, 'command', p.cmd, 'roles', p.roles, 'permissive', p.permissive = 'PERMISSIVE',
				'using', p.qual, 'check', p.with_check))
			FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
		), '[]') AS policies
	FROM pg_class c
	WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
	ORDER BY c.relname`;

/** Every table of the product, partitions included, with its policies and what the web role may do. */
export async function tables(client: pg.Pool): Promise<Table[]> {
	return (await client.query<Table>(tableQuery)).rows;
}

/** The policies that decide about one command of one role. */
export function policiesFor(table: Table, role: string, command: Command): Policy[] {
	return table.policies.filter(
		(policy) => policy.roles.includes(role) && (policy.command === command || policy.command === "ALL"),
	);
}

/** The expression with every `( SELECT … )` taken out: what is evaluated for every row. */
export function perRow(expression: string): string {
	let depth = 0;
	let outside = "";
	for (let index = 0; index < expression.length; index++) {
		if (depth === 0 && /^\(\s*SELECT\b/i.test(expression.slice(index))) depth = 1;
		else if (depth > 0 && expression[index] === "(") depth += 1;
		else if (depth > 0 && expression[index] === ")") depth -= 1;
		else if (depth === 0) outside += expression[index];
	}
	return outside;
}

/** The level of each `app.guild(N)` in an expression. */
export function levelsIn(expression: string | null): number[] {
	return [...(expression ?? "").matchAll(/app\.guild\((\d)\)/g)].map((match) => Number(match[1]));
}
