import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { botId } from "./bot-id";
import type { OrderKind, Refusal } from "./kinds";

const sentences: Record<Refusal, string> = {
	self: "You cannot do this to yourself.",
	owner: "This is the server's owner.",
	bot: "This is the bot itself.",
	level: "This person's level in the dashboard is not below yours.",
	role: "This person's highest role is not below yours.",
	notMember: "This person is not a member of the server.",
	roleUnknown: "The server has no such role.",
	roleManaged: "Discord gives and takes this role itself.",
	roleLevel: "This role gives a level above yours.",
	roleAbove: "This role is not below your highest one.",
};

/** @param path the field of the request that names the person or the role */
export function outOfReach(refusal: Refusal, path: string): AppError {
	return new AppError("out_of_reach", {
		detail: sentences[refusal],
		fields: [{ path, message: refusal }],
	});
}

/**
 * Refuses what the database would refuse too, with the reason: somebody who ranks as high as the caller.
 * @throws AppError `out_of_reach`
 */
export async function refuseOutOfReach(guild: GuildScope, kind: OrderKind, userId: string): Promise<void> {
	const spares = kind !== "role_add" && kind !== "role_remove";
	const row = await guild.one<{ refusal: "bot" | "self" | "owner" | "level" | "role" | null }>(sql`
		SELECT CASE WHEN ${spares} AND ${userId}::bigint = ${botId()} THEN 'bot'
			ELSE app.out_of_reach(${kind}, ${userId}::bigint) END AS refusal`);
	if (row?.refusal) throw outOfReach(row.refusal, "member");
}

const roleRefusals = {
	unknown: "roleUnknown",
	managed: "roleManaged",
	level: "roleLevel",
	role: "roleAbove",
} as const;

/** @throws AppError `out_of_reach` for a role that the caller may not give or take */
export async function refuseRoleOutOfReach(guild: GuildScope, roleId: string): Promise<void> {
	const row = await guild.one<{ refusal: keyof typeof roleRefusals | null }>(
		sql`SELECT app.role_out_of_reach(${roleId}::bigint) AS refusal`,
	);
	if (row?.refusal) throw outOfReach(roleRefusals[row.refusal], "roleId");
}

/** Whether the person is in the server now. */
export async function isMember(guild: GuildScope, userId: string): Promise<boolean> {
	const row = await guild.one(sql`
		SELECT FROM discord_guild_members
		WHERE guild_id = ${guild.guildId}::bigint AND user_id = ${userId}::bigint AND left_at IS NULL`);
	return row !== undefined;
}
