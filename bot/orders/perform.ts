import type { API } from "@discordjs/core";
import type { Order } from "@/bot/orders/order";
import { longestAuditReason } from "@/lib/discord/limits";
import type { OrderKind } from "@/lib/orders/kinds";
import { orderPayloads } from "@/lib/orders/schema";

/** What Discord's audit log will say: with the case's number, by which its entry is matched and not counted twice. */
export function auditReason({
	case_number,
	reason,
}: Pick<Order, "case_number" | "reason">): string | undefined {
	const text = [case_number === null ? undefined : `Case #${case_number}`, reason].filter(Boolean).join(": ");
	return text.slice(0, longestAuditReason) || undefined;
}

type Perform = (api: API, order: Order) => Promise<Record<string, unknown> | undefined>;

/** An id that the order of this kind cannot do without. @throws RangeError where it is missing */
function needed(id: string | null): string {
	if (id === null) throw new RangeError("the order names no target");
	return id;
}

/** `{ reason }` for the client, or nothing: an undefined reason is not the same to it. */
function because(order: Order): { reason?: string } {
	const reason = auditReason(order);
	return reason ? { reason } : {};
}

const performs: Record<OrderKind, Perform> = {
	async ban(api, order) {
		const { deleteSeconds } = orderPayloads.ban.parse(order.payload);
		const body = { delete_message_seconds: deleteSeconds };
		await api.guilds.banUser(order.guild_id, needed(order.target_id), body, because(order));
		return undefined;
	},
	async unban(api, order) {
		await api.guilds.unbanUser(order.guild_id, needed(order.target_id), because(order));
		return undefined;
	},
	async kick(api, order) {
		await api.guilds.removeMember(order.guild_id, needed(order.target_id), because(order));
		return undefined;
	},
	async timeout(api, order) {
		const { until } = orderPayloads.timeout.parse(order.payload);
		const body = { communication_disabled_until: until };
		await api.guilds.editMember(order.guild_id, needed(order.target_id), body, because(order));
		return undefined;
	},
	async untimeout(api, order) {
		const body = { communication_disabled_until: null };
		await api.guilds.editMember(order.guild_id, needed(order.target_id), body, because(order));
		return undefined;
	},
	async warn(api, order) {
		const { content } = orderPayloads.warn.parse(order.payload);
		const { id: channelId } = await api.users.createDM(needed(order.target_id));
		return sent(await api.channels.createMessage(channelId, { ...once(order), content, ...quiet }));
	},
	async role_add(api, order) {
		const { roleId } = orderPayloads.role_add.parse(order.payload);
		await api.guilds.addRoleToMember(order.guild_id, needed(order.target_id), roleId, because(order));
		return undefined;
	},
	async role_remove(api, order) {
		const { roleId } = orderPayloads.role_remove.parse(order.payload);
		await api.guilds.removeRoleFromMember(order.guild_id, needed(order.target_id), roleId, because(order));
		return undefined;
	},
	async message_send(api, order) {
		const { content, replyTo } = orderPayloads.message_send.parse(order.payload);
		const reply = replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {};
		const body = { ...once(order), ...reply, content, ...quiet };
		return sent(await api.channels.createMessage(needed(order.channel_id), body));
	},
	async message_edit(api, order) {
		const { content } = orderPayloads.message_edit.parse(order.payload);
		await api.channels.editMessage(needed(order.channel_id), needed(order.target_id), { content, ...quiet });
		return undefined;
	},
	async message_delete(api, order) {
		await api.channels.deleteMessage(needed(order.channel_id), needed(order.target_id), because(order));
		return undefined;
	},
	async post(api, order) {
		const body = orderPayloads.post.parse(order.payload);
		return sent(
			await api.channels.createMessage(needed(order.channel_id), { ...quiet, ...body, ...once(order) }),
		);
	},
};

/** Nobody is pinged by what the dashboard sends, unless a post's own body says so. */
const quiet = { allowed_mentions: { parse: [] } };

/** Discord answers a repeated nonce with the message that it made the first time; 25 characters at most. */
function once({ id }: Order): { nonce: string; enforce_nonce: true } {
	return { nonce: id.replaceAll("-", "").slice(0, 25), enforce_nonce: true };
}

function sent(message: { id: string; channel_id: string }): Record<string, unknown> {
	return { messageId: message.id, channelId: message.channel_id };
}

/**
 * Does on Discord what the order says, with the client's own queues for Discord's limits.
 * @throws what the client throws: DiscordAPIError for a refusal, HTTPError and network errors for trouble
 */
export async function perform(api: API, order: Order): Promise<Record<string, unknown> | undefined> {
	return performs[order.kind](api, order);
}
