import { z } from "zod";
import { person } from "@/lib/guilds/schema";
import { longestReason, settableStatuses } from "./kinds";
import { caseListItem, caseOrder } from "./schema";

const values = z.record(z.string(), z.unknown());

export const caseEvent = z.object({
	id: z.string(),
	kind: z.string(),
	actor: person.nullable(),
	occurredAt: z.string(),
	/** The changed fields by column, as they were and as they are since. */
	before: values,
	after: values,
});
export type CaseEvent = z.infer<typeof caseEvent>;

const evidence = z.object({
	messageId: z.string(),
	/** Null if the message is not stored, or not readable at the reader's level. */
	message: z
		.object({ channelId: z.string(), author: z.string(), content: z.string(), sentAt: z.string() })
		.nullable(),
});
export type CaseEvidence = z.infer<typeof evidence>;

export const caseDetail = caseListItem.extend({
	/** Names this state of the case; a change must say which state it changes. */
	revision: z.string(),
	/** Whether this kind of case can run out, and whether it must. */
	expiry: z.enum(["none", "optional", "required"]),
	resolvedAt: z.string().nullable(),
	updatedAt: z.string(),
	updatedBy: person.nullable(),
	roles: z.array(z.object({ id: z.string(), name: z.string(), colour: z.number() })),
	order: caseOrder.extend({
		/** The permission that the bot lacks, in Discord's spelling. */
		permission: z.string().nullable(),
		/** Whether a warning reached the member; null for everything else. */
		delivered: z.boolean().nullable(),
		/** Whether it is the end of a ban that was ordered last. */
		lifts: z.boolean(),
	}),
	evidence: z.array(evidence),
	metadata: values,
	events: z.array(caseEvent),
	/** How many cases of each type the member has, voided ones left out. */
	record: z.array(z.object({ type: caseListItem.shape.type, count: z.number() })),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const editCase = z
	.strictObject({
		revision: z.string().regex(/^\d{1,18}$/),
		reason: z.string().trim().min(1).max(longestReason).optional(),
		expiresAt: z.iso.datetime().nullable().optional(),
		status: z.enum(settableStatuses).optional(),
	})
	.refine((edit) => edit.reason !== undefined || edit.expiresAt !== undefined || edit.status !== undefined, {
		message: "Name at least one of reason, expiresAt and status.",
	});
export type EditCase = z.infer<typeof editCase>;
