/** What the worker can be asked to do on Discord. */
export const orderKinds = [
	"ban",
	"unban",
	"kick",
	"timeout",
	"untimeout",
	"warn",
	"role_add",
	"role_remove",
	"message_send",
	"message_edit",
	"message_delete",
	"post",
] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderStates = ["pending", "done", "failed"] as const;

/** Why an order cannot be carried out: keys of the texts `orders.failures`. */
export const orderFailures = [
	"missing_permission",
	"role_below",
	"is_owner",
	"is_administrator",
	"is_self",
	"not_a_member",
	"unknown_user",
	"not_banned",
	"dm_closed",
	"unknown_channel",
	"no_access",
	"unknown_message",
	"unknown_role",
	"not_own_message",
	"too_old",
	"invalid",
	"refused",
	"unreachable",
] as const;
export type OrderFailure = (typeof orderFailures)[number];

/** Discord's longest time-out: 28 days, in seconds. */
export const longestTimeout = 28 * 24 * 60 * 60;
/** The most history a ban can take along: 7 days, in seconds. */
export const longestPurge = 7 * 24 * 60 * 60;

/** Why somebody, or a role, is out of the caller's reach: keys of the texts `orders.refusals`. */
export const refusals = [
	"self",
	"owner",
	"bot",
	"level",
	"role",
	"notMember",
	"roleUnknown",
	"roleManaged",
	"roleLevel",
	"roleAbove",
] as const;
export type Refusal = (typeof refusals)[number];
