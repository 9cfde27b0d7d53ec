import type { Crowd, Member } from "./crowd";

/**
 * The present members who hold the role or a higher one that carries people (not the bot's), named people first.
 * Falls back to the owner where nobody does.
 */
export function staffOf({ guild, members }: Crowd, roleKey: string): Member[] {
	const lowest = guild.roles.find((role) => role.key === roleKey)?.position;
	const staffRoles = new Set(
		guild.roles
			.filter((role) => lowest !== undefined && role.position >= lowest && !role.managed)
			.map((role) => role.id),
	);
	const staff = members.filter(
		(member) => !member.user.bot && member.leftAt === null && member.roleIds.some((id) => staffRoles.has(id)),
	);
	if (staff.length > 0) return staff;
	return members.filter((member) => member.user.id === guild.ownerId);
}
