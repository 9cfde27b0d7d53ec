import { z } from "zod";
import { caseTypes, largestNumber, longestReason } from "@/lib/cases/kinds";
import { longestAuditReason, longestMessage } from "@/lib/discord/limits";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";
import { pageLimit } from "@/lib/page-size";
import { longestPurge, longestTimeout, orderFailures, orderKinds, orderStates } from "./kinds";

/** Chosen by whoever asks, so that a request that is sent twice is carried out once. */
const idempotencyKey = z.string().regex(/^[\w:.-]{8,80}$/);
const reason = z.string().trim().min(1).max(longestReason);
const shortReason = z.string().trim().max(longestAuditReason);
const content = z.string().trim().min(1).max(longestMessage);

/** The types of case that somebody can open by hand; a ban of somebody who is not there becomes HACKBAN by itself. */
export const openableTypes = caseTypes.filter((type) => type !== "HACKBAN");
export type OpenableType = Exclude<(typeof caseTypes)[number], "HACKBAN">;

/** The longest temporary ban: five years, in seconds. */
export const longestBan = 5 * 365 * 24 * 60 * 60;
export const shortestDuration = 60;

const known = z.enum(openableTypes as [OpenableType, ...OpenableType[]]);

/** Which types run out: TEMPBAN and TIMEOUT must. */
const timed = new Set(["TEMPBAN", "TIMEOUT", "WARN", "JAIL"]);
const isOwn = (type: string) => type.startsWith("custom:");

export const openCase = z
	.strictObject({
		member: snowflake,
		/** One of ours, or `custom:` and the id of the server's own. */
		type: z.union([known, z.string().regex(/^custom:\d{1,18}$/)]),
		reason,
		/** Seconds until it runs out. */
		duration: z.number().int().min(shortestDuration).max(longestBan).optional(),
		/** With a ban: the messages of so many seconds go too. */
		deleteSeconds: z.number().int().min(0).max(longestPurge).optional(),
		/** With a warning: the direct message to the member; without it they are not told. */
		message: content.optional(),
		idempotencyKey,
	})
	.superRefine(({ type, duration, deleteSeconds, message }, context) => {
		const refuse = (path: string, text: string) =>
			context.addIssue({ code: "custom", path: [path], message: text });
		if (duration === undefined && (type === "TEMPBAN" || type === "TIMEOUT"))
			refuse("duration", "Cases of this type need a duration.");
		if (duration !== undefined && !timed.has(type) && !isOwn(type))
			refuse("duration", "Cases of this type do not expire.");
		if (duration !== undefined && type === "TIMEOUT" && duration > longestTimeout)
			refuse("duration", "A timeout lasts at most 28 days.");
		if (deleteSeconds !== undefined && type !== "BAN" && type !== "TEMPBAN")
			refuse("deleteSeconds", "Only a ban can delete messages.");
		if (message !== undefined && type !== "WARN") refuse("message", "Only a warning can carry a message.");
	});
export type OpenCase = z.input<typeof openCase>;

export const retryOrder = z.strictObject({ idempotencyKey });

/** Gives a member a role (`held`), or takes it. */
export const changeRole = z.strictObject({
	roleId: snowflake,
	held: z.boolean(),
	reason: shortReason.optional(),
	idempotencyKey,
});
export type ChangeRole = z.input<typeof changeRole>;

export const deleteMessage = z.strictObject({
	reason: shortReason.optional(),
	/** A case of the message's author that the deletion belongs to. */
	caseNumber: z.number().int().min(1).max(largestNumber).optional(),
	idempotencyKey,
});
export type DeleteMessage = z.input<typeof deleteMessage>;

export const sendMessage = z.strictObject({ content, replyTo: snowflake.optional(), idempotencyKey });
export type SendMessage = z.input<typeof sendMessage>;

export const editMessage = z.strictObject({ content, idempotencyKey });
export type EditMessage = z.input<typeof editMessage>;

/** An order and what became of it. */
export const order = z.object({
	id: z.string(),
	kind: z.enum(orderKinds),
	/** The member it is about; null for one about a message. */
	member: person.nullable(),
	channelId: z.string().nullable(),
	messageId: z.string().nullable(),
	roleId: z.string().nullable(),
	caseNumber: z.number().nullable(),
	reason: z.string().nullable(),
	state: z.enum(orderStates),
	/** Why it failed. */
	failure: z.enum(orderFailures).nullable(),
	/** The permission that the bot lacks, in Discord's spelling. */
	permission: z.string().nullable(),
	/** Null where the worker itself asked. */
	requestedBy: person.nullable(),
	requestedAt: z.string(),
	finishedAt: z.string().nullable(),
});
export type OrderView = z.infer<typeof order>;

export const listOrdersQuery = z.strictObject({
	id: z.uuid().optional(),
	case: z.coerce.number().int().min(1).max(largestNumber).optional(),
	member: snowflake.optional(),
	state: z.enum(orderStates).optional(),
	cursor: z.string().max(200).optional(),
	limit: pageLimit,
});
export type ListOrdersQuery = z.infer<typeof listOrdersQuery>;

export const orderList = z.object({ items: z.array(order), nextCursor: z.string().nullable() });
export type OrderList = z.infer<typeof orderList>;
