/** The kinds of case every server has; others are the server's own (`custom_case_types`). */
export const caseTypes = [
	"WARN",
	"TIMEOUT",
	"UNTIMEOUT",
	"KICK",
	"BAN",
	"TEMPBAN",
	"HACKBAN",
	"UNBAN",
	"JAIL",
	"UNJAIL",
] as const;
export type CaseTypeCode = (typeof caseTypes)[number];

/** Whether it is one of them. */
export function isCaseType(key: string): key is CaseTypeCode {
	return caseTypes.some((type) => type === key);
}

/** Types that are over as soon as they are done. */
export const momentaryTypes: readonly string[] = [
	"KICK",
	"UNBAN",
	"UNTIMEOUT",
	"UNJAIL",
] satisfies CaseTypeCode[];

/** What a case is now: a voided one was a mistake, an expired one has run its time. */
export const caseStatuses = ["open", "closed", "expired", "voided"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** What a case can be turned into by hand; it expires by itself. */
export const settableStatuses = ["open", "closed", "voided"] as const;
export type SettableStatus = (typeof settableStatuses)[number];

/** As long as `cases.case_reason`. */
export const longestReason = 2000;

/** The highest number of a case or a note: Postgres' largest `integer`. */
export const largestNumber = 2_147_483_647;
