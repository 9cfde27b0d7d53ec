import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import type { ChangeGrant, GrantAccess } from "./schema";

/**
 * Lets a member of the server use its dashboard. The database refuses levels above one's own.
 * @throws AppError `invalid_input` for somebody who is no member, or an end that has passed; `already_exists` for a
 *   second grant; `forbidden` (by the database) above one's own level, or beyond the end of one's own access
 */
export async function grantAccess(
	guild: GuildScope,
	{ userId, level, expiresAt, reason }: GrantAccess,
): Promise<void> {
	refusePast(expiresAt);
	await refuseOutlasting(guild, expiresAt);
	const member = await guild.one(sql`
		SELECT 1 FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.user_id = ${userId}::bigint AND m.left_at IS NULL
			AND NOT coalesce(u.bot, false)`);
	if (member === undefined)
		throw new AppError("invalid_input", {
			fields: [{ path: "userId", message: "Not a member of this server" }],
		});
	await guild.rows(sql`
		INSERT INTO server_admins (server_id, user_id, source, level, expires_at, granted_by, reason)
		VALUES (${guild.guildId}::bigint, ${userId}::bigint, 'grant', ${level}, ${expiresAt}::timestamptz,
			app.user_id(), ${reason})`);
}

/**
 * Gives a grant another level, end or reason.
 * @throws AppError like `grantAccess`; `not_found` without such a grant
 */
export async function changeGrant(
	guild: GuildScope,
	userId: string,
	{ level, expiresAt, reason }: ChangeGrant,
): Promise<void> {
	refusePast(expiresAt);
	await refuseOutlasting(guild, expiresAt, { userId, level });
	const { count } = await guild.db.serverAdmin.updateMany({
		where: { ...ofPerson(guild, userId), source: "grant" },
		data: { level, expiresAt, reason, grantedBy: BigInt(guild.actor.userId) },
	});
	if (count === 0) throw new AppError("not_found");
}

/**
 * Ends a grant or an operator's visit; it counts from the person's next request on.
 * @throws AppError `not_found` without one; `forbidden` (by the database) above one's own level
 */
export async function revokeAccess(
	guild: GuildScope,
	userId: string,
	source: "grant" | "operator",
): Promise<void> {
	const { count } = await guild.db.serverAdmin.deleteMany({ where: { ...ofPerson(guild, userId), source } });
	if (count === 0) throw new AppError("not_found");
}

const ofPerson = (guild: GuildScope, userId: string) => ({
	serverId: BigInt(guild.guildId),
	userId: BigInt(userId),
});

/**
 * Says what the database would refuse without a reason: somebody whose own access ends gives none that outlasts it. What a
 * grant has already may stay, at its level or a lower one.
 */
async function refuseOutlasting(
	guild: GuildScope,
	expiresAt: string | null,
	existing?: { userId: string; level: number },
): Promise<void> {
	const row = await guild.one<{ ends: string; kept: boolean }>(sql`
		SELECT e.ends, EXISTS (
			SELECT 1 FROM server_admins a
			WHERE a.server_id = ${guild.guildId}::bigint AND a.user_id = ${existing?.userId}::bigint
				AND a.source = 'grant' AND a.level >= ${existing?.level}::int
				AND coalesce(a.expires_at, 'infinity') >= coalesce(${expiresAt}::timestamptz, 'infinity')
		) AS kept
		FROM app.access_ends(6) AS e (ends)
		WHERE e.ends < coalesce(${expiresAt}::timestamptz, 'infinity')`);
	if (row === undefined || row.kept) return;
	throw new AppError("forbidden", {
		detail: `Your own access ends at ${row.ends}; what you grant cannot last longer.`,
		fields: [{ path: "expiresAt", message: "After the end of your own access" }],
	});
}

function refusePast(expiresAt: string | null): void {
	if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
		throw new AppError("invalid_input", {
			fields: [{ path: "expiresAt", message: "Must be in the future" }],
		});
}
