import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { memberCount } from "@/lib/guilds/member-count";
import { personOf } from "@/lib/guilds/people";
import { byLevel, effectiveLevel } from "./levels";
import type { Access, AccessRole, AccessSource } from "./schema";

type SourceRow = Omit<AccessSource, "role"> & { userId: string; person: Access["people"][number]["person"] };
type HeldRole = { userId: string; roleId: string };

/** Everyone with a reason of their own to use the dashboard, each with all reasons, and the roles that give a level. */
export async function readAccess(guild: GuildScope): Promise<Access> {
	const rows = await readSources(guild);
	const roles = await readRoles(guild);
	const held = await readHeldRoles(guild, [...new Set(rows.map(({ userId }) => userId))], roles);
	const people = new Map(rows.map(({ userId, person }) => [userId, person]));
	return {
		roles,
		people: byLevel(
			[...people].map(([userId, person]) => {
				const sources = [...ownSources(userId, rows), ...roleSources(userId, held, roles)];
				return { person, level: effectiveLevel(sources), sources };
			}),
		),
	};
}

function ownSources(userId: string, rows: readonly SourceRow[]): AccessSource[] {
	return rows
		.filter((row) => row.userId === userId)
		.map(({ userId: _, person: __, ...source }) => ({ ...source, role: null }));
}

/** The rows of `server_admins`; the owner is there also before they ever signed in. */
function readSources(guild: GuildScope): Promise<SourceRow[]> {
	const id = sql`${guild.guildId}::bigint`;
	return guild.rows<SourceRow>(sql`
		WITH source AS (
			SELECT a.user_id, a.source, a.level, a.checked_at, a.expires_at, a.granted_by, a.reason
			FROM server_admins a WHERE a.server_id = ${id}
			UNION ALL
			SELECT g.owner_id, 'discord', 7, NULL, NULL, NULL, NULL
			FROM discord_guilds g
			WHERE g.id = ${id} AND g.owner_id IS NOT NULL AND NOT EXISTS (
				SELECT 1 FROM server_admins a
				WHERE a.server_id = g.id AND a.user_id = g.owner_id AND a.source = 'discord'
			)
		)
		SELECT s.user_id AS "userId", s.source AS kind, s.level, s.checked_at AS "checkedAt",
			s.expires_at AS "expiresAt", coalesce(s.expires_at <= now(), false) AS "isOver", s.reason,
			${personOf(id, sql`s.granted_by`)} AS "grantedBy",
			json_build_object('id', s.user_id::text,
				'name', coalesce(m.nick, u.global_name, u.username, w.global_name, w.discord_username, s.user_id::text),
				'avatar', coalesce(u.avatar, w.discord_avatar), 'isBot', coalesce(u.bot, false)) AS person
		FROM source s
			LEFT JOIN discord_users u ON u.id = s.user_id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${id} AND m.user_id = s.user_id
			LEFT JOIN web_users w ON w.user_id = s.user_id
		ORDER BY s.user_id, s.source`);
}

/** The roles that the settings give levels 1 to 6; @everyone counts every member. */
function readRoles(guild: GuildScope): Promise<AccessRole[]> {
	const id = sql`${guild.guildId}::bigint`;
	return guild.rows<AccessRole>(sql`
		SELECT l.role_id AS id, coalesce(r.name, l.role_id::text) AS name, coalesce(r.color, 0) AS colour,
			r.id IS NULL OR r.deleted_at IS NOT NULL AS "isDeleted", l.level,
			CASE WHEN l.role_id = c.guild_id
				THEN ${memberCount(guild)}
				ELSE (
					SELECT count(*)::int
					FROM discord_member_roles h
						JOIN discord_guild_members m ON m.guild_id = h.guild_id AND m.user_id = h.user_id
					WHERE h.guild_id = c.guild_id AND h.role_id = l.role_id AND m.left_at IS NULL
				) END AS holders
		FROM guild_config c
			CROSS JOIN LATERAL (VALUES
				(1, c.perm_level_1_role_id), (2, c.perm_level_2_role_id), (3, c.perm_level_3_role_id),
				(4, c.perm_level_4_role_id), (5, c.perm_level_5_role_id), (6, c.perm_level_6_role_id)
			) AS l (level, role_id)
			LEFT JOIN discord_roles r ON r.guild_id = c.guild_id AND r.id = l.role_id
		WHERE c.guild_id = ${id} AND l.role_id IS NOT NULL
		ORDER BY l.level DESC`);
}

function readHeldRoles(
	guild: GuildScope,
	people: readonly string[],
	roles: readonly AccessRole[],
): Promise<HeldRole[]> {
	return guild.rows<HeldRole>(sql`
		SELECT h.user_id AS "userId", h.role_id AS "roleId"
		FROM discord_member_roles h
			JOIN discord_guild_members m ON m.guild_id = h.guild_id AND m.user_id = h.user_id
		WHERE h.guild_id = ${guild.guildId}::bigint AND h.user_id = ANY(${people}::bigint[])
			AND h.role_id = ANY(${roles.map(({ id }) => id)}::bigint[]) AND m.left_at IS NULL`);
}

function roleSources(
	userId: string,
	held: readonly HeldRole[],
	roles: readonly AccessRole[],
): AccessSource[] {
	const own = new Set(held.filter((row) => row.userId === userId).map(({ roleId }) => roleId));
	return roles
		.filter(({ id }) => own.has(id))
		.map(({ id, name, colour, level }) => ({
			kind: "role",
			level,
			checkedAt: null,
			expiresAt: null,
			isOver: false,
			grantedBy: null,
			reason: null,
			role: { id, name, colour },
		}));
}
