import type { Random } from "../random";
import { hash32 } from "../random";
import { personId } from "../world/people";
import type { World } from "../world/types";
import type { CaseDraft } from "./cases";
import type { ConfigSave } from "./config";
import type { Crowd } from "./crowd";
import { at, Json, json, type Row } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Change = {
	at: number;
	actorId: string;
	table: string;
	operation: string;
	key: string;
	before: unknown;
	after: unknown;
};

function plain(cell: unknown): unknown {
	return cell instanceof Json ? cell.value : cell;
}

function configChanges(crowd: Crowd, saves: readonly ConfigSave[]): Change[] {
	const current: Record<string, unknown> = {};
	return saves.map(({ at: when, author, set }, index) => {
		const after = Object.fromEntries(Object.entries(set).map(([name, cell]) => [name, plain(cell)]));
		const before = Object.fromEntries(Object.keys(set).map((name) => [name, current[name] ?? null]));
		Object.assign(current, after);
		const operation = index === 0 ? "insert" : "update";
		return {
			at: when,
			actorId: author,
			table: "guild_config",
			operation,
			key: crowd.guild.id,
			before: index === 0 ? null : before,
			after,
		};
	});
}

function caseChanges(
	random: Random,
	crowd: Crowd,
	cases: readonly CaseDraft[],
	caseIdOffset: number,
): Change[] {
	return cases
		.filter((entry) => !entry.user.raider && random.chance(0.08))
		.map((entry) => ({
			at: Math.min(entry.at + random.int(5, 600) * 60_000, crowd.end),
			actorId: entry.moderator.user.id,
			table: "cases",
			operation: "update",
			key: `${crowd.guild.id}/${caseIdOffset + entry.number}`,
			before: { case_reason: firstDraft(entry.reason) },
			after: { case_reason: entry.reason },
		}));
}

/** How a reason read before it was put right: without its second clause, or cut short. */
function firstDraft(reason: string): string {
	const [clause = "", more] = reason.split(",");
	const words = clause.split(" ");
	return more === undefined ? words.slice(0, Math.ceil(words.length / 2)).join(" ") : clause;
}

const ERRANDS: readonly (Pick<Change, "table" | "operation" | "key" | "before" | "after"> & {
	daysAgo: number;
})[] = [
	{
		daysAgo: 61,
		table: "snippets",
		operation: "update",
		key: "4",
		before: { snippet_content: "git commit often" },
		after: { snippet_content: "Commit small, push often, sleep well." },
	},
	{
		daysAgo: 20,
		table: "guild_dynamic_config",
		operation: "update",
		key: "jam.current_theme",
		before: { value: "Roots" },
		after: { value: "Only one light" },
	},
	{
		daysAgo: 12,
		table: "server_admins",
		operation: "update",
		key: `${personId("operator")}/operator`,
		before: { reason: "Reminders arrive twice" },
		after: { reason: "Looking into reminders that arrived twice, ticket 118" },
	},
	{
		daysAgo: 2,
		table: "guild_permissions",
		operation: "update",
		key: "11",
		before: { is_active: true },
		after: { is_active: false },
	},
];

function otherChanges({ guild, end }: Crowd): Change[] {
	return ERRANDS.map(({ daysAgo, key, ...change }) => ({
		...change,
		at: end - daysAgo * DAY,
		actorId: change.table === "server_admins" ? personId("operator") : guild.ownerId,
		key: `${guild.id}/${key}`,
	}));
}

/** A server's dashboard changes in order of time; the loader chains them. */
export function changeRows(
	world: World,
	crowd: Crowd,
	random: Random,
	input: { saves: readonly ConfigSave[]; cases: readonly CaseDraft[]; caseIdOffset: number },
): Row[] {
	const names = new Map(crowd.members.map(({ user }) => [user.id, user.globalName ?? user.username]));
	const changes = [
		...configChanges(crowd, input.saves),
		...caseChanges(random, crowd, input.cases, input.caseIdOffset),
		...(crowd.guild.key === "harbor" ? otherChanges(crowd) : []),
	];
	return changes
		.sort((one, other) => one.at - other.at)
		.map((change, index) => ({
			guild_id: crowd.guild.id,
			at: at(change.at),
			actor_id: change.actorId,
			actor_name: names.get(change.actorId) ?? null,
			table_name: change.table,
			operation: change.operation,
			row_key: change.key,
			before: json(change.before),
			after: json(change.after),
			request_id: hash32(`${world.seed}/${crowd.guild.id}/${index}`).toString(16).padStart(16, "0"),
		}));
}
