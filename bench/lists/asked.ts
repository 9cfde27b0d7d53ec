import type { Permission } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";

/** One list with one filter: how its page is read, and in which order its rows stand. */
export type Asked = {
	list: string;
	filter: string;
	permission: Permission;
	/** A page of 50. */
	page: (guild: GuildScope, cursor: string | undefined) => Promise<{ items: unknown[] }>;
	/** FROM … WHERE … of the rows that the filter leaves, with `$1` for the guild; and their order. */
	rows: string;
	order: string;
	/** The columns of the cursor, as text. */
	position: string;
	/** The cursor that starts behind a row. */
	cursor: (position: string[]) => string;
};

/** Ids of the largest guild to ask for: frequent ones, whose lists are long, and rare ones. */
export type Examples = Record<
	| "author"
	| "rareAuthor"
	| "channel"
	| "rareChannel"
	| "role"
	| "rareRole"
	| "moderator"
	| "executor"
	| "actor"
	| "target",
	string
>;

const inGuild = "WHERE guild_id = $1";
const frequent = (table: string, column: string) =>
	`SELECT ${column} AS id FROM ${table} ${inGuild} GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`;
const rare = (table: string, column: string) =>
	`SELECT ${column} AS id FROM ${table} ${inGuild} GROUP BY 1 HAVING count(*) > 2 ORDER BY count(*), 1 LIMIT 1`;

/** What finds each example. */
export const exampleQueries: Record<keyof Examples, string> = {
	author: frequent("rollup_member_monthly", "user_id"),
	rareAuthor: rare("rollup_member_monthly", "user_id"),
	channel: frequent("rollup_channel_daily", "channel_id").replace("count(*)", "sum(messages)"),
	rareChannel: `SELECT channel_id AS id FROM rollup_channel_daily ${inGuild} GROUP BY 1 ORDER BY sum(messages) LIMIT 1`,
	role: frequent("discord_member_roles", "role_id"),
	rareRole: rare("discord_member_roles", "role_id"),
	moderator: frequent("cases", "case_moderator_id"),
	executor: frequent("discord_command_executions", "user_id"),
	actor: frequent("discord_audit_log", "actor_id"),
	target: frequent("cases", "case_user_id"),
};
