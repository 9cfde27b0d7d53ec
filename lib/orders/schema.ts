import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";

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

const content = z.string().trim().min(1).max(2000);

/** Discord's longest time-out: 28 days, in seconds. */
export const longestTimeout = 28 * 24 * 60 * 60;
/** The most history a ban can take along: 7 days, in seconds. */
export const longestPurge = 7 * 24 * 60 * 60;

/** What each kind needs beside its target. */
export const orderPayloads = {
	/** `deleteSeconds`: the messages of so many seconds go with the ban. */
	ban: z.strictObject({ deleteSeconds: z.number().int().min(0).max(longestPurge).default(0) }),
	unban: z.strictObject({}),
	kick: z.strictObject({}),
	/** `until`: ISO. */
	timeout: z.strictObject({ until: z.iso.datetime() }),
	untimeout: z.strictObject({}),
	/** What the member is told in a direct message. */
	warn: z.strictObject({ content }),
	role_add: z.strictObject({ roleId: snowflake }),
	role_remove: z.strictObject({ roleId: snowflake }),
	message_send: z.strictObject({ content, replyTo: snowflake.optional() }),
	message_edit: z.strictObject({ content }),
	message_delete: z.strictObject({}),
	/** A scheduled post: the message's body as Discord takes it. */
	post: z.looseObject({ content: z.string().max(2000).optional() }),
} as const satisfies Record<OrderKind, z.ZodType>;
