import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";

/**
 * The id of a person's case, by its number.
 * @throws AppError `invalid_input` when the case is not theirs
 */
export async function caseOf(guild: GuildScope, userId: string, caseNumber: number): Promise<string> {
	const found = await guild.one<{ caseId: string }>(sql`
		SELECT case_id AS "caseId" FROM cases
		WHERE guild_id = ${guild.guildId}::bigint AND case_number = ${caseNumber}
			AND case_user_id = ${userId}::bigint AND NOT is_deleted`);
	if (found) return found.caseId;
	throw new AppError("invalid_input", {
		fields: [{ path: "caseNumber", message: "This person has no case with that number." }],
	});
}
