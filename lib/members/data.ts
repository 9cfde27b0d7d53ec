import "server-only";
import { decodeCursor, encodeCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, rowLimit, type Sql, sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { memberCount } from "@/lib/guilds/member-count";
import { amongHolders, hasRole, isCommonRole, WALK } from "./holders";
import { lastActive } from "./last-active";
import type { ListMembersQuery, MemberList, MemberListItem, MemberSort } from "./schema";

/** A search answers at most this many members, by name; more than anyone reads through. */
const MAX_FOUND = 1000;

/**
 * One page of the members that fit, in the order asked for.
 * @throws AppError `bad_request` for a cursor that this list did not give out
 */
export async function listMembers(guild: GuildScope, query: ListMembersQuery): Promise<MemberList> {
	const rows = (await walkToHolders(guild, query)) ?? (await readPage(guild, query, wholePage(guild, query)));
	const shown = rows.slice(0, query.limit);
	const last = rows.length > query.limit ? shown.at(-1) : undefined;
	return {
		items: shown.map(({ position: _, ...member }) => member),
		nextCursor: last ? encodeCursor([last.position, last.id]) : null,
	};
}

type PageRow = MemberListItem & { position: string };

/** The holders of a common role, if walking the list finds a full page of them; otherwise nothing. */
async function walkToHolders(guild: GuildScope, query: ListMembersQuery): Promise<PageRow[] | undefined> {
	const { role, limit } = query;
	if (role === undefined || !(await isCommonRole(guild, role))) return undefined;
	const passed = candidates(guild, query, { limit: sql`LIMIT ${WALK}` });
	const rows = await readPage(
		guild,
		query,
		sql`SELECT m.* FROM (${passed}) m WHERE ${hasRole(role)} ${sorted(query)} LIMIT ${limit + 1}`,
	);
	return rows.length > limit ? rows : undefined;
}

function wholePage(guild: GuildScope, query: ListMembersQuery): Sql {
	const { role, q, limit } = query;
	const rows = limit + 1;
	return candidates(guild, query, {
		...(role === undefined ? {} : { among: amongHolders(guild, role) }),
		limit: role === undefined && q === undefined ? rowLimit(rows) : sql`LIMIT ${rows}`,
	});
}

/** The first members in the order asked for, from the cursor on, that fit the filters other than the role. */
function candidates(
	guild: GuildScope,
	query: ListMembersQuery,
	{ among = empty, limit }: { among?: Sql; limit: Sql },
): Sql {
	return sql`
		SELECT m.*, ${order(query.sort).value} AS position
		FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint ${filters(guild, query)} ${among} ${after(query)}
		${sorted(query)}
		${limit}`;
}

function readPage(guild: GuildScope, query: ListMembersQuery, page: Sql): Promise<PageRow[]> {
	return guild.rows<PageRow>(sql`
		WITH page AS MATERIALIZED (${page})
		SELECT m.user_id AS id, coalesce(m.nick, u.global_name, u.username) AS name, u.username, u.avatar,
			coalesce(u.bot, false) AS "isBot", roles.list AS roles, m.joined_at AS "joinedAt",
			m.joined_inferred AS "joinedInferred", m.premium_since AS "boostingSince",
			CASE WHEN m.communication_disabled_until > now() THEN m.communication_disabled_until END AS "timedOutUntil",
			m.left_at AS "leftAt", l.level, ${lastActive(guild)} AS "lastActiveAt", m.position
		FROM page m
			JOIN discord_users u ON u.id = m.user_id
			LEFT JOIN levels l ON l.guild_id = m.guild_id AND l.member_id = m.user_id AND NOT l.is_deleted
			CROSS JOIN LATERAL ${rolesOfMember} roles
		${sorted(query)}`);
}

/** The roles of member `m`, highest first, as one JSON list. */
export const rolesOfMember = sql`(
	SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'name', r.name, 'colour', r.color)
		ORDER BY r.position DESC, r.id), '[]') AS list
	FROM discord_member_roles mr
		JOIN discord_roles r ON r.guild_id = mr.guild_id AND r.id = mr.role_id AND r.deleted_at IS NULL
	WHERE mr.guild_id = m.guild_id AND mr.user_id = m.user_id AND mr.role_id <> mr.guild_id)`;

type Order = { column: Sql; value: Sql; cast: Sql; descending: boolean };

function sorted({ sort }: ListMembersQuery): Sql {
	const { column, descending } = order(sort);
	const direction = descending ? sql`DESC` : sql`ASC`;
	return sql`ORDER BY ${column} ${direction}, m.user_id ${direction}`;
}

/** The value is text, so that a time keeps its microseconds on the way to the browser and back. */
function order(sort: MemberSort): Order {
	const descending = sort.startsWith("-");
	return sort.endsWith("name")
		? { column: sql`m.sort_name`, value: sql`m.sort_name`, cast: sql`::text`, descending }
		: { column: sql`m.joined_at`, value: sql`m.joined_at::text`, cast: sql`::timestamptz`, descending };
}

function after({ cursor, sort }: ListMembersQuery): Sql {
	if (cursor === undefined) return empty;
	const [value, id] = decodeCursor(cursor, 2);
	if (!isSnowflake(id) || (!sort.endsWith("name") && Number.isNaN(Date.parse(String(value)))))
		throw new AppError("bad_request", {
			detail: "The cursor belongs to a different sort order of this list.",
		});
	const { column, cast, descending } = order(sort);
	const comparison = descending ? sql`<` : sql`>`;
	return sql`AND (${column}, m.user_id) ${comparison} (${value}${cast}, ${id}::bigint)`;
}

/** All but the role. Ids come as an array, so that each is looked up; as a join it would be all members. */
function filters(guild: GuildScope, { q, kind, boosting, timedOut, left }: ListMembersQuery): Sql {
	const text = q?.replace(/^@/, "").trim();
	return sql`
		${left ? sql`AND m.left_at IS NOT NULL` : sql`AND m.left_at IS NULL`}
		${boosting ? sql`AND m.premium_since IS NOT NULL` : empty}
		${timedOut ? sql`AND m.communication_disabled_until > now()` : empty}
		${kind === "bots" ? sql`AND m.is_bot` : empty}
		${kind === "people" ? sql`AND NOT m.is_bot` : empty}
		${
			text
				? sql`AND m.user_id = ANY (ARRAY(SELECT s.user_id
					FROM app.search_members(${guild.guildId}::bigint, ${text}, ${MAX_FOUND}, ${left === "1"}) s))`
				: empty
		}`;
}

export type MemberPageFrame = { memberCount: number | null; roles: { id: string; name: string }[] };

/** What surrounds the list: the number of members, and the roles to filter by. */
export async function memberPageFrame(guild: GuildScope): Promise<MemberPageFrame> {
	const row = await guild.one<MemberPageFrame>(sql`
		SELECT ${memberCount(guild)} AS "memberCount", (
			SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'name', r.name)
				ORDER BY r.position DESC, r.id), '[]')
			FROM discord_roles r
			WHERE r.guild_id = g.id AND r.id <> g.id AND r.deleted_at IS NULL) AS roles
		FROM discord_guilds g WHERE g.id = ${guild.guildId}::bigint`);
	return row ?? { memberCount: null, roles: [] };
}
