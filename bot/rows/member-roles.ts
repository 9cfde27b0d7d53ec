import { bulk, recordset } from "@/bot/rows/bulk";
import type { Membership } from "@/bot/rows/member-fold";
import type { Db } from "@/bot/scope";

const person = { guild_id: "bigint", user_id: "bigint", at: "timestamptz" } as const;

/** Only where the member's row is as this batch wrote it: what is stored may be newer. */
const asWritten = `
	JOIN discord_guild_members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id AND m.observed_at = s.at`;

const drop = `
DELETE FROM discord_member_roles r
USING ${recordset({ ...person, roles: "bigint[]", anew: "bigint[]" })} ${asWritten}
WHERE r.guild_id = s.guild_id AND r.user_id = s.user_id
	AND (r.role_id <> ALL (s.roles) OR r.role_id = ANY (s.anew))`;

const add = `
INSERT INTO discord_member_roles (guild_id, user_id, role_id, assigned_at)
SELECT s.guild_id, s.user_id, s.role_id, s.since
FROM ${recordset({ ...person, role_id: "bigint", since: "timestamptz" })} ${asWritten} AND m.left_at IS NULL
	JOIN discord_roles d ON d.guild_id = s.guild_id AND d.id = s.role_id AND d.deleted_at IS NULL
ORDER BY s.guild_id, s.user_id, s.role_id
ON CONFLICT DO NOTHING`;

const dropOfGone = `
DELETE FROM discord_member_roles r
USING discord_guild_members m, ${recordset({ guild_id: "bigint", at: "timestamptz" })}
WHERE m.guild_id = s.guild_id AND m.left_at = s.at AND r.guild_id = m.guild_id AND r.user_id = m.user_id`;

/** Makes the roles of these members what was told of them; roles that they keep keep their `assigned_at`. */
export async function writeMemberRoles(db: Db, members: readonly Membership[]): Promise<void> {
	const told = members.flatMap(({ guildId, userId, last, roles }) =>
		roles ? { guild_id: guildId, user_id: userId, at: last, held: [...roles] } : [],
	);
	const kept = told.map(({ held, ...row }) => ({
		...row,
		roles: held.map(([role]) => role),
		anew: held.flatMap(([role, { anew }]) => (anew ? role : [])),
	}));
	await bulk(db, drop, kept);
	const added = told.flatMap(({ held, ...row }) =>
		held.map(([role, { since }]) => ({ ...row, role_id: role, since })),
	);
	await bulk(db, add, added);
}

/** Takes the roles of everybody who was found gone at these moments. */
export async function removeRolesOfGone(
	db: Db,
	moments: readonly { guild_id: string; at: string }[],
): Promise<void> {
	await bulk(db, dropOfGone, moments);
}
