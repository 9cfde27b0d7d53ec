import { DiscordAPIError } from "@discordjs/rest";
import type { Order, Outcome } from "@/bot/orders/order";
import type { Db } from "@/bot/scope";
import { type PermissionName, permissionBit } from "@/lib/discord/permissions";
import type { OrderFailure, OrderKind } from "@/lib/orders/kinds";

/** Discord's JSON error codes that say more than that it refused. */
const failures: Record<number, OrderFailure> = {
	10003: "unknown_channel",
	10007: "not_a_member",
	10008: "unknown_message",
	10011: "unknown_role",
	10013: "unknown_user",
	10026: "not_banned",
	50001: "no_access",
	50005: "not_own_message",
	50007: "dm_closed",
	50034: "too_old",
	50035: "invalid",
};

const MISSING_PERMISSIONS = 50_013;
const UNKNOWN_MEMBER = 10_007;
const UNKNOWN_BAN = 10_026;
const UNKNOWN_MESSAGE = 10_008;

/** What the bot must be allowed for each kind. */
const permissions: Partial<Record<OrderKind, PermissionName>> = {
	ban: "BAN_MEMBERS",
	unban: "BAN_MEMBERS",
	kick: "KICK_MEMBERS",
	timeout: "MODERATE_MEMBERS",
	untimeout: "MODERATE_MEMBERS",
	role_add: "MANAGE_ROLES",
	role_remove: "MANAGE_ROLES",
	message_send: "SEND_MESSAGES",
	message_delete: "MANAGE_MESSAGES",
	post: "SEND_MESSAGES",
};

/** Orders whose permission a channel may deny, whatever the bot's roles say. */
const inChannels: readonly OrderKind[] = ["message_send", "message_edit", "message_delete", "post"];

/** Refusals that only say that an earlier attempt, whose answer was lost, had succeeded. */
const doneBefore: Partial<Record<OrderKind, number>> = {
	kick: UNKNOWN_MEMBER,
	unban: UNKNOWN_BAN,
};

/** Whether trying again may help: Discord's own trouble, the network's, or a limit that outlasted the client. */
export function isPassing(error: unknown): boolean {
	return !(error instanceof DiscordAPIError) || error.status >= 500 || error.status === 429;
}

/** What a refusal means, in the words of whoever gave the order. */
export async function diagnose(
	db: Db,
	order: Order,
	error: DiscordAPIError,
	botId: string,
): Promise<Outcome> {
	const code = Number(error.code);
	if (order.attempts > 1 && doneBefore[order.kind] === code) return { state: "done" };
	if (code === MISSING_PERMISSIONS) return { ...(await whyNotAllowed(db, order, botId)), code };
	if (order.kind === "message_delete" && code === UNKNOWN_MESSAGE) {
		await db.rows(forgetMessage, [order.guild_id, order.target_id]);
		return { state: "done", result: { gone: true } };
	}
	// A warning stands, whether the member reads direct messages or not.
	if (order.kind === "warn" && failures[code] === "dm_closed") {
		return { state: "done", result: { delivered: false } };
	}
	return { state: "failed", failure: failures[code] ?? "refused", code: Number.isFinite(code) ? code : null };
}

/** Discord does not have it any more, and nobody told us. */
const forgetMessage = `
UPDATE discord_messages SET deleted_at = now(), observed_at = now()
WHERE guild_id = $1 AND id = $2 AND deleted_at IS NULL`;

type Standing = { bits: string; target_bits: string; top: number; target_top: number; owner: boolean };

/** The bot's permissions and highest role beside the target's; `role_…` orders are about the role itself. */
const standing = `
SELECT coalesce(bit_or(r.permissions) FILTER (WHERE b.role_id IS NOT NULL OR r.id = r.guild_id), 0)::text AS bits,
	coalesce(bit_or(r.permissions) FILTER (WHERE t.role_id IS NOT NULL OR r.id = r.guild_id), 0)::text AS target_bits,
	coalesce(max(r.position) FILTER (WHERE b.role_id IS NOT NULL), 0)::integer AS top,
	coalesce(max(r.position) FILTER (WHERE r.id = $4 OR ($4::bigint IS NULL AND t.role_id IS NOT NULL)), 0)::integer AS target_top,
	coalesce((SELECT g.owner_id = $3 FROM discord_guilds g WHERE g.id = $1), false) AS owner
FROM discord_roles r
	LEFT JOIN discord_member_roles b ON b.guild_id = $1 AND b.user_id = $2 AND b.role_id = r.id
	LEFT JOIN discord_member_roles t ON t.guild_id = $1 AND t.user_id = $3 AND t.role_id = r.id
WHERE r.guild_id = $1 AND r.deleted_at IS NULL`;

type Reason = { state: "failed"; failure: OrderFailure; result?: Record<string, unknown> };

const may = (bits: string | undefined, permission: PermissionName) =>
	(BigInt(bits ?? "0") & (permissionBit(permission) | permissionBit("ADMINISTRATOR"))) !== 0n;

/**
 * Discord says "Missing Permissions" for everything: a right that the bot lacks, a role that stands too high, somebody
 * with whom nobody can do this.
 */
async function whyNotAllowed(db: Db, order: Order, botId: string): Promise<Reason> {
	const roleId = order.kind.startsWith("role_") ? roleOf(order.payload) : null;
	const [found] = await db.rows<Standing>(standing, [order.guild_id, botId, order.target_id, roleId]);
	const permission = permissions[order.kind];
	if (permission && (!may(found?.bits, permission) || inChannels.includes(order.kind))) {
		return { state: "failed", failure: "missing_permission", result: { permission } };
	}
	if (!found || inChannels.includes(order.kind)) return { state: "failed", failure: "missing_permission" };
	if (found.owner && roleId === null) return { state: "failed", failure: "is_owner" };
	if (found.target_top >= found.top) return { state: "failed", failure: "role_below" };
	const spared = order.kind === "timeout" && may(found.target_bits, "ADMINISTRATOR");
	return { state: "failed", failure: spared ? "is_administrator" : "refused" };
}

function roleOf(payload: unknown): string | null {
	if (typeof payload !== "object" || payload === null || !("roleId" in payload)) return null;
	return typeof payload.roleId === "string" ? payload.roleId : null;
}
