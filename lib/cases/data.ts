import "server-only";
import { encodeCursor, idOfCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, join, type Sql, sql } from "@/lib/db/sql";
import { dayEnd, dayStart } from "@/lib/guilds/day-bounds";
import { personOf } from "@/lib/guilds/people";
import { withModerators } from "./moderators";
import { isExpiring, isWaiting, joinType, listColumns, statusColumn } from "./rows";
import type { CaseFilters, CaseList, CaseListItem } from "./schema";

type Row = CaseListItem & { caseId: string };

/** As many matches as `app.search_cases` gives at once. */
const searchBatch = 1000;
/** Batches of matches that one page looks through when other filters refuse them. */
const searchRounds = 5;

/**
 * Cases that fit, newest first.
 * @throws AppError `bad_request` when the cursor is not one of this list
 */
export async function listCases(
	guild: GuildScope,
	{ cursor, limit = 50, ...filters }: CaseFilters & { cursor?: string | undefined; limit?: number },
): Promise<CaseList> {
	const before = idOfCursor(cursor);
	const { rows, last } = hasWords(filters.q)
		? await searchPage(guild, filters, before, limit)
		: await plainPage(guild, filters, before, limit);
	const items = rows.slice(0, limit).map(({ caseId: _, ...item }) => item);
	return { items, nextCursor: last === null ? null : encodeCursor([last]) };
}

type FoundPage = {
	rows: Row[];
	/** Where the next page starts; null on the last one. */
	last: string | null;
};

async function plainPage(
	guild: GuildScope,
	filters: CaseFilters,
	before: string | null,
	limit: number,
): Promise<FoundPage> {
	const older = before === null ? empty : sql`AND c.case_id < ${before}::bigint`;
	const rows = await readRows(guild, sql`${conditions(guild, filters)} ${older}`, limit + 1);
	return { rows, last: rows.length > limit ? (rows[limit - 1]?.caseId ?? null) : null };
}

/** The index of words answers ids in batches; the other filters then choose among them. */
async function searchPage(
	guild: GuildScope,
	filters: CaseFilters,
	before: string | null,
	limit: number,
): Promise<FoundPage> {
	const rows: Row[] = [];
	let from = before;
	for (let round = 0; round < searchRounds; round++) {
		const ids = await matchingIds(guild, filters.q ?? "", from);
		const chosen = sql`${conditions(guild, filters)} AND c.case_id = ANY(${ids}::bigint[])`;
		rows.push(...(await readRows(guild, chosen, limit + 1 - rows.length)));
		if (rows.length > limit) return { rows, last: rows[limit - 1]?.caseId ?? null };
		if (ids.length < searchBatch) return { rows, last: null };
		from = ids.at(-1) ?? null;
	}
	return { rows, last: from };
}

async function matchingIds(guild: GuildScope, words: string, before: string | null): Promise<string[]> {
	const found = await guild.rows<{ id: string }>(sql`
		SELECT s AS id
		FROM app.search_cases(${guild.guildId}::bigint, ${words}, ${searchBatch}, ${before}::bigint) s`);
	return found.map(({ id }) => id);
}

function readRows(guild: GuildScope, where: Sql, limit: number): Promise<Row[]> {
	return guild.rows<Row>(sql`
		SELECT c.case_id AS "caseId", ${listColumns(sql`${guild.guildId}::bigint`)}
		FROM cases c ${joinType}
		WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted ${where}
		ORDER BY c.case_id DESC LIMIT ${limit}`);
}

/** `#12` and `12` mean the case of that number; anything else is searched for in the reasons. */
function numberOf(q: string | undefined): number | undefined {
	const digits = /^#?(\d{1,9})$/.exec(q ?? "")?.[1];
	return digits === undefined ? undefined : Number(digits);
}

function hasWords(q: string | undefined): boolean {
	return q !== undefined && q !== "" && numberOf(q) === undefined;
}

function conditions(guild: GuildScope, filters: CaseFilters): Sql {
	const { status, appealed, expiring, moderator, member, from, to } = filters;
	const number = numberOf(filters.q);
	return join(
		[
			number === undefined ? empty : sql`AND c.case_number = ${number}`,
			typeCondition(filters.type),
			status === undefined ? empty : statusCondition(status),
			appealed === undefined
				? empty
				: sql`AND c.case_id IN (
					SELECT a.case_id FROM case_appeals a
					WHERE a.guild_id = ${guild.guildId}::bigint AND ${isWaiting})`,
			expiring === undefined ? empty : sql`AND ${isExpiring}`,
			moderator === undefined ? empty : sql`AND c.case_moderator_id = ${moderator}::bigint`,
			member === undefined ? empty : sql`AND c.case_user_id = ${member}::bigint`,
			from === undefined ? empty : sql`AND c.created_at >= ${dayStart(from)}`,
			to === undefined ? empty : sql`AND c.created_at < ${dayEnd(to)}`,
		],
		" ",
	);
}

function typeCondition(types: string[] | undefined): Sql {
	if (types === undefined || types.length === 0) return empty;
	const own = types.filter((type) => type.startsWith("custom:")).map((type) => type.slice("custom:".length));
	const known = types.filter((type) => !type.startsWith("custom:"));
	if (own.length === 0) return sql`AND c.case_type = ANY(${known}::text[])`;
	if (known.length === 0) return sql`AND c.custom_case_type_id = ANY(${own}::bigint[])`;
	return sql`AND (c.case_type = ANY(${known}::text[]) OR c.custom_case_type_id = ANY(${own}::bigint[]))`;
}

/** The status is worked out from three columns; the one with an index is named as well, for its sake. */
function statusCondition(status: NonNullable<CaseFilters["status"]>): Sql {
	const stored =
		status === "open"
			? sql`c.case_status = true AND`
			: status === "expired"
				? sql`c.case_expires_at <= now() AND`
				: sql`c.case_status = false AND`;
	return sql`AND ${stored} ${statusColumn} = ${status}`;
}

/** Whether the server has a case of that number. */
export async function hasCase(guild: GuildScope, caseNumber: number): Promise<boolean> {
	const found = await guild.one(sql`
		SELECT FROM cases
		WHERE guild_id = ${guild.guildId}::bigint AND case_number = ${caseNumber} AND NOT is_deleted`);
	return found !== undefined;
}

type Person = CaseListItem["member"];

/** What the filters offer: the server's own types, everyone who has a case to their name, and the chosen member. */
export type FilterChoices = {
	types: { id: string; name: string }[];
	moderators: { id: string; name: string }[];
	member: Person | null;
};

/** What the filters can be set to, and the person whose cases are chosen. */
export async function filterChoices(guild: GuildScope, member: string | undefined): Promise<FilterChoices> {
	const id = sql`${guild.guildId}::bigint`;
	const row = await guild.one<FilterChoices>(sql`
		${withModerators(id)}
		SELECT
			coalesce((SELECT json_agg(json_build_object('id', t.id::text, 'name', t.display_name) ORDER BY t.display_name)
				FROM custom_case_types t WHERE t.guild_id = ${id} AND NOT t.is_deleted), '[]') AS types,
			coalesce((SELECT json_agg(p.person ORDER BY p.person ->> 'name')
				FROM (SELECT ${personOf(id, sql`m.id`)} AS person FROM moderator m WHERE m.id IS NOT NULL) p), '[]') AS moderators,
			${personOf(id, sql`${member ?? null}::bigint`)} AS member`);
	return row ?? { types: [], moderators: [], member: null };
}
