import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";
import { pageLimit } from "@/lib/page-size";
import { caseStatuses, caseTypes, largestNumber } from "./kinds";

export const caseNumber = z.coerce.number().int().min(1).max(largestNumber);
export const caseParams = z.object({ caseNumber });

/** A type as the address names it: one of ours, or `custom:` and the id of the server's own. */
export const caseTypeKey = z.union([z.enum(caseTypes), z.string().regex(/^custom:\d{1,18}$/)]);

const flag = z.literal("1").optional();

const filters = {
	type: z
		.union([caseTypeKey, z.array(caseTypeKey).max(30)])
		.transform((value) => (Array.isArray(value) ? value : [value]))
		.optional(),
	status: z.enum(caseStatuses).optional(),
	/** With an appeal that waits for a decision; nothing for those who may not read appeals. */
	appealed: flag,
	/** Open, and over within seven days. */
	expiring: flag,
	moderator: snowflake.optional(),
	member: snowflake.optional(),
	/** The first and the last day, in the server's zone. */
	from: z.iso.date().optional(),
	to: z.iso.date().optional(),
	/** Words of the reason in web search syntax, or a case number. */
	q: z.string().trim().max(200).optional(),
};

export const listCasesQuery = z.strictObject({
	...filters,
	cursor: z.string().max(200).optional(),
	limit: pageLimit,
});

/** The part of it that a page's address carries, read strictly. */
export const caseFilters = z.strictObject(filters);

const lenient = z.object({
	type: filters.type.catch(undefined),
	status: filters.status.catch(undefined),
	appealed: filters.appealed.catch(undefined),
	expiring: filters.expiring.catch(undefined),
	moderator: filters.moderator.catch(undefined),
	member: filters.member.catch(undefined),
	from: filters.from.catch(undefined),
	to: filters.to.catch(undefined),
	q: filters.q.catch(undefined),
	case: caseNumber.optional().catch(undefined),
});

export type CaseFilters = Omit<z.output<typeof lenient>, "case">;

/** What an address asks for; whatever makes no sense is as if it were not there. `open` is the case in the panel. */
export function parseCaseSearch(search: Record<string, string | string[] | undefined>): {
	filters: CaseFilters;
	open: number | undefined;
} {
	const { case: open, ...rest } = lenient.parse(search);
	return { filters: rest, open };
}

const caseType = z.object({
	code: z.enum(caseTypes).nullable(),
	custom: z.object({ id: z.string(), name: z.string(), severity: z.number() }).nullable(),
});
export type CaseType = z.infer<typeof caseType>;

/** What became of the order that carries the case out on Discord. */
export const caseOrder = z.object({
	state: z.enum(["none", "pending", "done", "failed"]),
	/** Why it failed: one of `orderFailures`, or a sentence that an older bot wrote. */
	error: z.string().nullable(),
});
export type CaseOrder = z.infer<typeof caseOrder>;

export const caseListItem = z.object({
	caseNumber: z.number(),
	type: caseType,
	member: person,
	moderator: person,
	reason: z.string(),
	status: z.enum(caseStatuses),
	createdAt: z.string(),
	expiresAt: z.string().nullable(),
	order: caseOrder,
});
export type CaseListItem = z.infer<typeof caseListItem>;

export const caseList = z.object({ items: z.array(caseListItem), nextCursor: z.string().nullable() });
export type CaseList = z.infer<typeof caseList>;
