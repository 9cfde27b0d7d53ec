import { TZDate } from "@date-fns/tz";
import { millisecondsInDay } from "date-fns/constants";
import type { CaseDetail } from "./detail-schema";
import type { CaseType } from "./schema";

/** Discord ends a timeout after 28 days at the latest. */
export const longestTimeoutDays = 28;

/** Whether a case of this type can run out, and whether it must. */
export function expiryOf(type: CaseType, requiresDuration: boolean): CaseDetail["expiry"] {
	if (type.custom) return requiresDuration ? "required" : "optional";
	if (type.code === "TEMPBAN" || type.code === "TIMEOUT") return "required";
	return type.code === "JAIL" || type.code === "WARN" ? "optional" : "none";
}

export type ExpiryProblem = "notOpen" | "notPossible" | "needed" | "past" | "tooLong";

/**
 * What is wrong with an expiry for this case, or null.
 * @param expiresAt ISO instant; null for a case that never runs out
 * @param now milliseconds since 1970
 */
export function expiryProblem(
	of: Pick<CaseDetail, "status" | "expiry" | "type" | "createdAt">,
	expiresAt: string | null,
	now: number,
): ExpiryProblem | null {
	if (of.status !== "open") return "notOpen";
	if (expiresAt === null) return of.expiry === "required" ? "needed" : null;
	if (of.expiry === "none") return "notPossible";
	const end = Date.parse(expiresAt);
	if (!(end > now)) return "past";
	const start = Date.parse(of.createdAt);
	return of.type.code === "TIMEOUT" && end > start + longestTimeoutDays * millisecondsInDay
		? "tooLong"
		: null;
}

/** Whether a case that is over is opened again only with a new expiry: its type asks for one, and its own has passed. */
export function needsNewExpiry(
	{ status, expiry, expiresAt }: Pick<CaseDetail, "status" | "expiry" | "expiresAt">,
	now: number,
): boolean {
	return status !== "open" && expiry === "required" && !(Date.parse(expiresAt ?? "") > now);
}

/** An instant as `<input type="datetime-local">` shows it in a zone: `2026-11-21T14:03`. */
export function toWallTime(iso: string, timeZone: string): string {
	return new TZDate(Date.parse(iso), timeZone).toISOString().slice(0, 16);
}

/** The instant that a wall clock of a zone showed then; null for text that is no time. */
export function fromWallTime(text: string, timeZone: string): string | null {
	const match = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
	if (!match) return null;
	const [year = 0, month = 1, date = 1, hours = 0, minutes = 0] = match.slice(1).map(Number);
	const time = new TZDate(year, month - 1, date, hours, minutes, timeZone).getTime();
	return Number.isNaN(time) ? null : new Date(time).toISOString();
}
