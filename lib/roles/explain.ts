import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { isThread } from "@/lib/discord/channels";
import {
	effectivePermissions,
	type OverwrittenChannel,
	type PermissionVerdict,
} from "@/lib/discord/effective-permissions";
import type { PermissionName } from "@/lib/discord/permissions";
import { AppError, foundOrNull } from "@/lib/errors";

/** Someone who is there, or anyone who holds one role and no other. */
export type PermissionHolder = { member: string } | { role: string };

export type ExplainedPermissions = {
	channel: { id: string; name: string; type: string } | null;
	roleNames: Record<string, string>;
	verdicts: Record<PermissionName, PermissionVerdict>;
};

/**
 * What a member or a role may do in the server, or in one of its channels, and why.
 * @throws AppError `not_found` without such a member, role or channel here; a former member may do nothing
 */
export async function explainPermissions(
	guild: GuildScope,
	holder: PermissionHolder,
	channelId?: string,
): Promise<ExplainedPermissions> {
	const { ownerId, roles } = await readRoles(guild);
	const member = "member" in holder ? await readMember(guild, holder.member) : asMember(holder.role, roles);
	if (member === undefined) throw new AppError("not_found");
	const found = channelId === undefined ? undefined : await readChannel(guild, channelId);
	const { verdicts } = effectivePermissions({
		guild: { id: guild.guildId, ownerId },
		member,
		roles,
		at: new Date(),
		...(found ? { channel: found.channel } : {}),
		...(found?.parent ? { parentChannel: found.parent } : {}),
	});
	const roleNames = Object.fromEntries(roles.map(({ id, name }) => [id, name]));
	const channel = found ? { id: found.channel.id, name: found.channel.name, type: found.channel.type } : null;
	return { channel, roleNames, verdicts };
}

/** The same for a page: a channel that is not here counts as not chosen. */
export async function explainIfThere(
	guild: GuildScope,
	holder: PermissionHolder,
	channelId: string | undefined,
): Promise<ExplainedPermissions> {
	const there =
		channelId === undefined ? null : await foundOrNull(explainPermissions(guild, holder, channelId));
	return there ?? explainPermissions(guild, holder);
}

type StoredRole = { id: string; name: string; permissions: string };
type Member = { userId: string; roleIds: string[]; timedOutUntil?: string | null };

async function readRoles(guild: GuildScope): Promise<{ ownerId: string; roles: StoredRole[] }> {
	const row = await guild.one<{ ownerId: string | null; roles: StoredRole[] }>(sql`
		SELECT g.owner_id AS "ownerId", (
			SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'name', r.name,
				'permissions', r.permissions::text) ORDER BY r.position, r.id), '[]')
			FROM discord_roles r WHERE r.guild_id = g.id AND r.deleted_at IS NULL) AS roles
		FROM discord_guilds g WHERE g.id = ${guild.guildId}::bigint`);
	return { ownerId: row?.ownerId ?? "", roles: row?.roles ?? [] };
}

function readMember(guild: GuildScope, userId: string): Promise<Member | undefined> {
	return guild.one<Member>(sql`
		SELECT m.user_id AS "userId", m.communication_disabled_until AS "timedOutUntil",
			ARRAY(SELECT mr.role_id::text FROM discord_member_roles mr
				WHERE mr.guild_id = m.guild_id AND mr.user_id = m.user_id) AS "roleIds"
		FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.user_id = ${userId}::bigint AND m.left_at IS NULL`);
}

function asMember(roleId: string, roles: readonly StoredRole[]): Member | undefined {
	return roles.some((role) => role.id === roleId) ? { userId: roleId, roleIds: [roleId] } : undefined;
}

type NamedChannel = OverwrittenChannel & { name: string };

/** The channel and, for a thread, the one it hangs under. */
async function readChannel(
	guild: GuildScope,
	channelId: string,
): Promise<{ channel: NamedChannel; parent: NamedChannel | undefined }> {
	const rows = await guild.rows<NamedChannel>(sql`
		SELECT c.id, coalesce(c.name, c.id::text) AS name, c.channel_type AS type, (
			SELECT coalesce(json_agg(json_build_object('id', p.target_id::text, 'kind', p.permission_type,
				'allow', p.allow::text, 'deny', p.deny::text) ORDER BY p.id), '[]')
			FROM discord_channel_permissions p
			WHERE p.guild_id = c.guild_id AND p.channel_id = c.id) AS overwrites
		FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.id IN (${channelId}::bigint, (
			SELECT t.parent_id FROM discord_channels t
			WHERE t.guild_id = ${guild.guildId}::bigint AND t.id = ${channelId}::bigint))`);
	const channel = rows.find(({ id }) => id === channelId);
	if (channel === undefined) throw new AppError("not_found");
	return { channel, parent: isThread(channel.type) ? rows.find(({ id }) => id !== channelId) : undefined };
}
