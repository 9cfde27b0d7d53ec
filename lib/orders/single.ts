import "server-only";
import type { z } from "zod";
import type { GuildScope } from "@/lib/auth/scope";
import { caseOf } from "@/lib/cases/of-member";
import { sql } from "@/lib/db/sql";
import { holdsMessages } from "@/lib/discord/channels";
import { AppError } from "@/lib/errors";
import { botId } from "./bot-id";
import { getOrder } from "./data";
import { placeOrder } from "./place";
import { isMember, refuseOutOfReach, refuseRoleOutOfReach } from "./reach";
import type { changeRole, deleteMessage, editMessage, OrderView, sendMessage } from "./request-schema";

/**
 * Orders a role to be given to a member, or taken.
 * @throws AppError `not_found` for somebody who is not there; `out_of_reach` with the reason
 */
export async function orderRole(
	guild: GuildScope,
	userId: string,
	{ roleId, held, reason, idempotencyKey }: z.output<typeof changeRole>,
): Promise<OrderView> {
	if (!(await isMember(guild, userId))) throw new AppError("not_found");
	const kind = held ? "role_add" : "role_remove";
	await refuseOutOfReach(guild, kind, userId);
	await refuseRoleOutOfReach(guild, roleId);
	const payload = { roleId };
	return getOrder(
		guild,
		await placeOrder(guild, { kind, targetId: userId, payload, reason, idempotencyKey }),
	);
}

/**
 * Orders a message to be deleted.
 * @throws AppError `not_found` if the server no longer has such a message; `invalid_input` for a case that is not its
 *   author's
 */
export async function orderDeletion(
	guild: GuildScope,
	messageId: string,
	{ reason, caseNumber, idempotencyKey }: z.output<typeof deleteMessage>,
): Promise<OrderView> {
	const message = await guild.one<{ channelId: string; authorId: string }>(sql`
		SELECT m.channel_id AS "channelId", m.author_id AS "authorId" FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ${messageId}::bigint AND m.deleted_at IS NULL`);
	if (message === undefined) throw new AppError("not_found");
	const caseId = caseNumber === undefined ? undefined : await caseOf(guild, message.authorId, caseNumber);
	const { channelId } = message;
	const wish = {
		kind: "message_delete",
		targetId: messageId,
		channelId,
		reason,
		caseId,
		idempotencyKey,
	} as const;
	return getOrder(guild, await placeOrder(guild, wish));
}

/**
 * Orders a message to be sent in the bot's name.
 * @throws AppError `not_found` when the server has no such channel, or not one for messages
 */
export async function orderMessage(
	guild: GuildScope,
	channelId: string,
	{ content, replyTo, idempotencyKey }: z.output<typeof sendMessage>,
): Promise<OrderView> {
	const channel = await guild.one<{ type: string }>(sql`
		SELECT channel_type AS type FROM discord_channels
		WHERE guild_id = ${guild.guildId}::bigint AND id = ${channelId}::bigint AND deleted_at IS NULL`);
	if (channel === undefined || !holdsMessages(channel.type)) throw new AppError("not_found");
	const payload = { content, ...(replyTo === undefined ? {} : { replyTo }) };
	return getOrder(
		guild,
		await placeOrder(guild, { kind: "message_send", channelId, payload, idempotencyKey }),
	);
}

/**
 * Orders what a message of the bot's says to be changed: Discord lets nobody change what others wrote.
 * @throws AppError `not_found` if the server no longer has such a message by the bot
 */
export async function orderEdit(
	guild: GuildScope,
	messageId: string,
	{ content, idempotencyKey }: z.output<typeof editMessage>,
): Promise<OrderView> {
	const message = await guild.one<{ channelId: string }>(sql`
		SELECT m.channel_id AS "channelId" FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ${messageId}::bigint AND m.deleted_at IS NULL
			AND m.author_id = ${botId()}`);
	if (message === undefined) throw new AppError("not_found");
	const { channelId } = message;
	const wish = { kind: "message_edit", targetId: messageId, channelId, payload: { content } } as const;
	return getOrder(guild, await placeOrder(guild, { ...wish, idempotencyKey }));
}
