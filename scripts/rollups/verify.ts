import type pg from "pg";
import { type ArchivedUntil, archivedUntil } from "./archive";
import { type Days, dayAfter, monthsOf, type Part, partOf } from "./part";
import { comparison, type Difference, type Recount } from "./recount";
import { recountsFrom } from "./recounts";
import { recountsOfOpenCases } from "./recounts-of-cases";
import { recountsOfEverybody } from "./recounts-of-members";

/** What to recount: dates of UTC, both included; without them, from the guild's first row to its last. */
export type Scope = { guildId: string; from: string | undefined; to: string | undefined };

export type Observer = {
	/** About to compare; `piece` is a month, or null for what has no time. */
	comparing(piece: Days | null): void;
	differs(rollup: string, difference: Difference): void;
};

export type Verdict = {
	days: Days | null;
	compared: number;
	differences: number;
	/** Up to where nothing was compared that is counted from these rows. */
	archived: ArchivedUntil;
};

/**
 * Counts a guild's rollups anew, month by month, and compares. Reads only. What is counted from
 * messages or executions is left out before the end of an archived month of these, and so are the weeks of members, which
 * reach back into it.
 * @param owner a connection of guildhall_owner, which sees every row
 */
export async function verifyGuild(owner: pg.ClientBase, scope: Scope, observer: Observer): Promise<Verdict> {
	const { guildId } = scope;
	const { first, last, strays } = await extentOf(owner, guildId);
	const archived = await archivedUntil(owner, guildId);
	const days = daysOf(scope.from ?? first, scope.to ?? last);
	const verdict: Verdict = { days, compared: 0, differences: 0, archived };
	const compare = async (recounts: readonly Recount[]) => {
		for (const recount of recounts) {
			const { compared, differences } = await compareOne(owner, recount);
			verdict.compared += compared;
			verdict.differences += differences.length;
			for (const difference of differences) observer.differs(recount.rollup, difference);
		}
	};
	for (const piece of days ? monthsOf(days) : []) {
		observer.comparing(piece);
		await compare(recountsAfter(archived, piece, partOf(guildId, piece, strays)));
	}
	observer.comparing(null);
	const ofMembers = recountsOfEverybody(ofGuild(guildId));
	await compare(ofMembers.filter(({ figures }) => archived.messages === null || !figures.includes("weeks")));
	await compare(recountsOfOpenCases(ofGuild(guildId)));
	return verdict;
}

const ofGuild = (guildId: string): Pick<Part, "guild"> => ({
	guild: (column) => `${column} = ${guildId}`,
});

/** A piece lies within a month, and what is archived ends with one. */
function recountsAfter({ messages, executions }: ArchivedUntil, { from }: Days, part: Part): Recount[] {
	const isHere = (until: string | null) => until === null || from > until;
	return [
		...(isHere(messages) ? recountsFrom.messages(part) : []),
		...(isHere(executions) ? recountsFrom.executions(part) : []),
		...recountsFrom.rest(part),
	];
}

function daysOf(first: string | null, last: string | null): Days | null {
	if (first === null || last === null || last < first) return null;
	return { from: first, to: dayAfter(last) };
}

async function compareOne(
	owner: pg.ClientBase,
	recount: Recount,
): Promise<{ compared: number; differences: Difference[] }> {
	const { rows } = await owner.query<{ compared: number; differences: Difference[] }>(comparison(recount));
	if (!rows[0]) throw new Error("a comparison answered nothing");
	return rows[0];
}

type Extent = { first: string | null; last: string | null; strays: boolean };

/** More than a day between a row's time and the one in its id. */
const strays = (time: string) =>
	`coalesce(bool_or(abs(extract(epoch FROM ${time}) * 1000 - ((id >> 22) + 1420070400000)) > 86400000), false) AS strays`;

/** The dates of the guild's first and last row, kept or to be counted. */
const extent = `
WITH stored AS (
	SELECT min(timestamp) AS first, max(timestamp) AS last, ${strays("timestamp")} FROM discord_messages WHERE guild_id = $1
	UNION ALL
	SELECT min(executed_at), max(executed_at), ${strays("executed_at")} FROM discord_command_executions WHERE guild_id = $1
	UNION ALL
	SELECT min(joined_at), greatest(max(joined_at), max(left_at)), false FROM discord_guild_members WHERE guild_id = $1
	UNION ALL
	SELECT min(left_at), NULL, false FROM discord_guild_members WHERE guild_id = $1
	UNION ALL
	SELECT min(joined_at), greatest(max(joined_at), max(left_at)), false FROM discord_voice_states WHERE guild_id = $1
	UNION ALL
	SELECT min(created_at), max(created_at), false FROM cases WHERE guild_id = $1 AND NOT is_deleted
), kept AS (
	${[
		"rollup_messages_hourly",
		"rollup_reactions_hourly",
		"rollup_voice_hourly",
		"rollup_command_hourly",
		"rollup_executions_hourly",
	]
		.map((table) => `SELECT min(hour) AS first, max(hour) AS last FROM ${table} WHERE guild_id = $1`)
		.join(" UNION ALL ")}
	UNION ALL
	${[
		"rollup_channel_daily",
		"rollup_member_daily",
		"rollup_active_members",
		"rollup_membership_daily",
		"rollup_voice_daily",
		"rollup_command_daily",
		"rollup_command_channel_daily",
		"rollup_latency_daily",
		"rollup_command_latency_daily",
		"rollup_cases_daily",
	]
		.map((table) => `SELECT min(day)::timestamptz, max(day)::timestamptz FROM ${table} WHERE guild_id = $1`)
		.join(" UNION ALL ")}
	UNION ALL
	SELECT min(joined)::timestamptz, max(joined)::timestamptz FROM rollup_cohorts WHERE guild_id = $1
	UNION ALL
	SELECT min(first)::timestamptz, max(first)::timestamptz FROM rollup_voice_members
	WHERE guild_id = $1 AND span <> 'year'
	UNION ALL
	SELECT min(month)::timestamptz, max(month)::timestamptz FROM rollup_member_monthly WHERE guild_id = $1
	UNION ALL
	SELECT min(month)::timestamptz, max(month)::timestamptz FROM rollup_channel_monthly WHERE guild_id = $1
	UNION ALL
	SELECT min(month)::timestamptz, max(month)::timestamptz FROM rollup_command_monthly WHERE guild_id = $1
	UNION ALL
	SELECT min(week)::timestamptz, max(week)::timestamptz FROM rollup_active_weekly WHERE guild_id = $1
	UNION ALL
	SELECT min(month)::timestamptz, max(month)::timestamptz FROM rollup_command_latency_monthly WHERE guild_id = $1
	UNION ALL
	SELECT min(month)::timestamptz, max(month)::timestamptz FROM rollup_cases_monthly WHERE guild_id = $1
	UNION ALL
	SELECT min(created_at), max(created_at) FROM rollup_cases WHERE guild_id = $1
), found AS (
	SELECT first, last, strays FROM stored UNION ALL SELECT first, last, false FROM kept
)
SELECT (min(first) AT TIME ZONE 'UTC')::date::text AS first, (max(last) AT TIME ZONE 'UTC')::date::text AS last,
	bool_or(strays) AS strays
FROM found`;

async function extentOf(owner: pg.ClientBase, guildId: string): Promise<Extent> {
	const { rows } = await owner.query<Extent>(extent, [guildId]);
	return rows[0] ?? { first: null, last: null, strays: false };
}
