import type { Crowd } from "./crowd";
import { at, type Row, type TableRows } from "./rows";

const DAY = 86_400_000;

type Rule = {
	kind: "member" | "channel" | "category" | "role" | "command" | "module";
	access: "whitelist" | "blacklist" | "ignore";
	target?: string;
	name: string;
	command?: string;
	module?: string;
	endsInDays?: number;
	inactive?: boolean;
};

const CHANNEL_RULES: readonly Rule[] = [
	{ kind: "channel", access: "whitelist", name: "bot-commands", module: "fun" },
	{ kind: "channel", access: "ignore", name: "rules" },
	{ kind: "channel", access: "ignore", name: "announcements" },
	{ kind: "channel", access: "blacklist", name: "introductions", module: "levels" },
	{ kind: "category", access: "ignore", name: "Staff", module: "levels" },
];

const ROLE_RULES: readonly Rule[] = [
	{ kind: "role", access: "whitelist", name: "Regular", command: "poll" },
	{ kind: "role", access: "blacklist", name: "Quiet Corner" },
	{ kind: "role", access: "whitelist", name: "Senior Moderator", command: "purge" },
];

const NAMED_RULES: readonly Rule[] = [
	{ kind: "command", access: "blacklist", name: "afk", command: "afk", inactive: true },
	{ kind: "command", access: "whitelist", name: "jam", command: "jam" },
	{ kind: "module", access: "blacklist", name: "economy", module: "economy" },
];

/** A server's rules; those about channels and roles that it does not have are left out. */
function rules({ guild, members }: Crowd): Rule[] {
	const aimed = (targets: readonly { id: string; name: string }[]) => (rule: Rule) => {
		const target = targets.find(({ name }) => name === rule.name);
		return target ? [{ ...rule, target: target.id }] : [];
	};
	const people = members.filter(
		({ user, leftAt, roleIds }) => leftAt === null && !user.bot && roleIds.length === 0,
	);
	const about = (
		index: number,
		rule: Pick<Rule, "access" | "command" | "endsInDays" | "inactive">,
	): Rule[] => {
		const user = people[index]?.user;
		return user ? [{ ...rule, kind: "member", target: user.id, name: user.username }] : [];
	};
	return [
		...CHANNEL_RULES.flatMap(aimed(guild.channels)),
		...ROLE_RULES.flatMap(aimed(guild.roles)),
		...about(2, { access: "blacklist", command: "snippet", endsInDays: 5 }),
		...about(5, { access: "ignore", endsInDays: -30, inactive: true }),
		...NAMED_RULES,
	];
}

function ruleRow(crowd: Crowd, rule: Rule, index: number): Row {
	return {
		guild_id: crowd.guild.id,
		permission_type: rule.kind,
		access_type: rule.access,
		target_id: rule.target ?? null,
		target_name: rule.name,
		command_name: rule.command ?? null,
		module_name: rule.module ?? null,
		expires_at: rule.endsInDays === undefined ? null : at(crowd.end + rule.endsInDays * DAY),
		is_active: !rule.inactive,
		created_at: at(crowd.start + (index * 21 + 4) * DAY),
		created_by: crowd.guild.ownerId,
	};
}

/** Rules, and the bot's receipts for the saves it has applied: the first is revision 1. */
export function configTables(crowd: Crowd, saves: readonly { at: number }[]): TableRows[] {
	return [
		{ table: "guild_permissions", rows: rules(crowd).map((rule, index) => ruleRow(crowd, rule, index)) },
		{
			table: "guild_config_receipts",
			rows: saves.map((save, index) => ({
				guild_id: crowd.guild.id,
				shard_id: 0,
				revision: index + 1,
				applied_at: at(save.at + 700 + index * 90),
				error: null,
			})),
		},
	];
}
