import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, join, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { getCase, revisionColumn } from "./detail-data";
import type { CaseDetail, EditCase } from "./detail-schema";
import { type ExpiryProblem, expiryProblem, longestTimeoutDays, needsNewExpiry } from "./expiry";
import { holdCases } from "./hold";

const expiryMessages: Record<ExpiryProblem, string> = {
	notOpen: "Only an open case can be given a new expiry.",
	notPossible: "Cases of this type do not expire.",
	needed: "Cases of this type need an expiry.",
	past: "The expiry must be in the future.",
	tooLong: `A timeout lasts at most ${longestTimeoutDays} days from its start.`,
};

/**
 * Changes reason, expiry or status, in the state of the case that the caller has seen and in no other.
 * @returns the case as it is now
 * @throws AppError `not_found`; `invalid_input` for an expiry that the type does not allow, or the lack of one that it
 *   needs to be open; `conflict` with the case as it is now when somebody else was faster
 */
export async function changeCase(guild: GuildScope, caseNumber: number, edit: EditCase): Promise<CaseDetail> {
	const seen = await getCase(guild, caseNumber);
	if (seen.revision !== edit.revision) throw stale(seen);
	refuseExpiry(seen, edit);
	if (edit.expiresAt !== undefined || edit.status !== undefined || endsWithItsLastChange(seen))
		await holdCases(guild);
	const written = await guild.one<{ caseNumber: number }>(sql`
		UPDATE cases AS c
		SET ${join([...changes(seen, edit), sql`updated_by = ${guild.actor.userId}::bigint`], ", ")}
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.case_number = ${caseNumber} AND NOT c.is_deleted
			AND ${revisionColumn} = ${edit.revision}::bigint
		RETURNING c.case_number AS "caseNumber"`);
	const now = await getCase(guild, caseNumber);
	if (written === undefined) throw stale(now);
	return now;
}

/** Whether any change, such as of the reason, moves the end: what says nothing of when it ended did with its last change. */
function endsWithItsLastChange({ status, resolvedAt }: CaseDetail): boolean {
	return resolvedAt === null && (status === "closed" || status === "expired");
}

function stale(current: CaseDetail): AppError {
	return new AppError("conflict", {
		detail: "Somebody else changed this case after you opened it. Compare and decide again.",
		current,
	});
}

function refuseExpiry(seen: CaseDetail, edit: EditCase): void {
	const problem = problemOf(seen, edit, Date.now());
	if (problem === null) return;
	throw new AppError("invalid_input", {
		fields: [{ path: "expiresAt", message: expiryMessages[problem] }],
	});
}

function problemOf(seen: CaseDetail, { status, expiresAt }: EditCase, now: number): ExpiryProblem | null {
	if (expiresAt !== undefined)
		return expiryProblem({ ...seen, status: status ?? seen.status }, expiresAt, now);
	return status === "open" && needsNewExpiry(seen, now) ? "needed" : null;
}

function changes({ expiry }: CaseDetail, { reason, expiresAt, status }: EditCase): Sql[] {
	return [
		reason === undefined ? empty : sql`case_reason = ${reason}`,
		expiresAt === undefined ? empty : sql`case_expires_at = ${expiresAt}::timestamptz`,
		status === undefined ? empty : statusChange(status, expiresAt === undefined && expiry === "optional"),
	].filter((change) => change !== empty);
}

/**
 * The status is the case's record: on Discord it changes nothing, and a temporary ban still ends when it was to end.
 * @param mayLoseExpiry whether a case that is opened again after it ran out, and would be over at once, goes on without end
 */
function statusChange(status: NonNullable<EditCase["status"]>, mayLoseExpiry: boolean): Sql {
	if (status === "closed")
		return sql`case_status = false, resolved_at = now(), voided_at = NULL, voided_by = NULL`;
	if (status === "voided")
		return sql`case_status = false, resolved_at = coalesce(resolved_at, now()), voided_at = now(),
			voided_by = app.user_id()`;
	const unending = mayLoseExpiry
		? sql`, case_expires_at = CASE WHEN case_expires_at > now() THEN case_expires_at END`
		: empty;
	return sql`case_status = true, resolved_at = NULL, voided_at = NULL, voided_by = NULL${unending}`;
}
