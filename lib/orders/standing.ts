import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { botId } from "./bot-id";
import type { Refusal } from "./kinds";

export type RoleChoice = { id: string; name: string; colour: number; held: boolean };

/** What the reader may do to somebody, as a page needs it to offer it. */
export type MemberStanding = {
	id: string;
	name: string;
	/** Why they cannot be moderated by the reader; null when they can. */
	refusal: Refusal | null;
	isPresent: boolean;
	isBanned: boolean;
	isTimedOut: boolean;
	/** The roles that the reader may give or take; empty below the level for it. */
	roles: RoleChoice[];
};

type Row = Omit<MemberStanding, "roles" | "name">;

/** Undefined for readers who moderate nobody. */
export async function memberStanding(
	guild: GuildScope,
	{ id, name }: { id: string; name: string },
): Promise<MemberStanding | undefined> {
	if (!may(guild.actor.level, "members.moderate")) return undefined;
	const row = await guild.one<Row>(sql`
		SELECT k.id::text AS id,
			CASE WHEN k.id = ${botId()} THEN 'bot' ELSE app.out_of_reach('kick', k.id) END AS refusal,
			m.user_id IS NOT NULL AND m.left_at IS NULL AS "isPresent", b.user_id IS NOT NULL AS "isBanned",
			m.left_at IS NULL AND coalesce(m.communication_disabled_until > now(), false) AS "isTimedOut"
		FROM (SELECT ${id}::bigint AS id) k
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = k.id
			LEFT JOIN discord_guild_bans b
				ON b.guild_id = ${guild.guildId}::bigint AND b.user_id = k.id AND b.removed_at IS NULL`);
	if (row === undefined) return undefined;
	return { ...row, name, roles: await roleChoices(guild, row) };
}

function roleChoices(guild: GuildScope, { id, isPresent }: Row): Promise<RoleChoice[]> {
	if (!isPresent || !may(guild.actor.level, "roles.assign")) return Promise.resolve([]);
	return guild.rows<RoleChoice>(sql`
		SELECT r.id::text AS id, r.name, coalesce(r.color, 0) AS colour, h.role_id IS NOT NULL AS held
		FROM discord_roles r
			LEFT JOIN discord_member_roles h
				ON h.guild_id = r.guild_id AND h.user_id = ${id}::bigint AND h.role_id = r.id
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.deleted_at IS NULL
			AND app.out_of_reach('role_add', ${id}::bigint) IS NULL AND app.role_out_of_reach(r.id) IS NULL
		ORDER BY h.role_id IS NULL, r.position DESC, r.id`);
}
