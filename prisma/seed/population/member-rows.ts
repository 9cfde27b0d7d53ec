import { snowflakeTime } from "../snowflake";
import type { WorldUser } from "../world/types";
import type { Crowd, Member } from "./crowd";
import { at, type Row, type TableRows } from "./rows";

function userRow(user: WorldUser, firstSeen: number): Row {
	return {
		id: user.id,
		username: user.username,
		discriminator: user.bot ? "4471" : "0",
		global_name: user.globalName,
		avatar: user.avatar,
		accent_color: user.accentColor,
		bot: user.bot,
		public_flags: user.bot ? 65_536 : 0,
		locale: user.locale,
		first_seen: at(firstSeen),
		last_seen: at(firstSeen),
		created_at: at(snowflakeTime(user.id)),
	};
}

function memberRow(guildId: string, member: Member): Row {
	return {
		guild_id: guildId,
		user_id: member.user.id,
		nick: member.nick,
		joined_at: at(member.joinedAt),
		premium_since: member.premiumSince === null ? null : at(member.premiumSince),
		communication_disabled_until: member.timeoutUntil === null ? null : at(member.timeoutUntil),
		pending: member.pending,
		created_at: at(member.joinedAt),
		left_at: member.leftAt === null ? null : at(member.leftAt),
	};
}

/** Everybody of all servers, each person once. */
export function userTable(crowds: readonly Crowd[], others: readonly WorldUser[]): TableRows {
	const seen = new Map<string, Row>();
	for (const { members, start } of crowds) {
		for (const { user, joinedAt } of members) {
			if (!seen.has(user.id)) seen.set(user.id, userRow(user, Math.max(joinedAt, start)));
		}
	}
	for (const user of others) {
		if (!seen.has(user.id)) seen.set(user.id, userRow(user, crowds[0]?.start ?? 0));
	}
	return { table: "discord_users", rows: [...seen.values()] };
}

/** A server's memberships and the roles of those who are still there. */
export function memberTables({ guild, members, start }: Crowd): TableRows[] {
	return [
		{ table: "discord_guild_members", rows: members.map((member) => memberRow(guild.id, member)) },
		{
			table: "discord_member_roles",
			rows: members.flatMap((member) =>
				member.leftAt !== null
					? []
					: [...new Set(member.roleIds)].map((roleId) => ({
							guild_id: guild.id,
							user_id: member.user.id,
							role_id: roleId,
							assigned_at: at(Math.max(member.joinedAt + 240_000, start)),
							assigned_by: null,
						})),
			),
		},
	];
}
