import { type CaseTypeCode, caseTypes } from "@/lib/cases/kinds";

/** Whether it is one of the kinds of case that every server has. */
export function isCaseType(key: string): key is CaseTypeCode {
	return caseTypes.some((type) => type === key);
}
