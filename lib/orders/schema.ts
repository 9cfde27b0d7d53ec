import { z } from "zod";
import { longestMessage } from "@/lib/discord/limits";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { longestPurge, type OrderKind } from "./kinds";

const content = z.string().trim().min(1).max(longestMessage);

/** What each kind needs besides its target. */
export const orderPayloads = {
	/** `deleteSeconds`: the messages of so many seconds go with the ban. */
	ban: z.strictObject({ deleteSeconds: z.number().int().min(0).max(longestPurge).default(0) }),
	unban: z.strictObject({}),
	kick: z.strictObject({}),
	/** `until`: ISO. */
	timeout: z.strictObject({ until: z.iso.datetime() }),
	untimeout: z.strictObject({}),
	/** The direct message to the member. */
	warn: z.strictObject({ content }),
	role_add: z.strictObject({ roleId: snowflake }),
	role_remove: z.strictObject({ roleId: snowflake }),
	message_send: z.strictObject({ content, replyTo: snowflake.optional() }),
	message_edit: z.strictObject({ content }),
	message_delete: z.strictObject({}),
	/** A scheduled post: the message's body as Discord takes it. */
	post: z.looseObject({ content: z.string().max(longestMessage).optional() }),
} as const satisfies Record<OrderKind, z.ZodType>;
