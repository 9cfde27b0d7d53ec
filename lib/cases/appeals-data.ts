import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import type { CaseListItem } from "./schema";

export type AppealStatus = "pending" | "accepted" | "denied" | "withdrawn";

/** What a member wrote against a case, and what was decided about it. */
export type CaseAppeal = {
	id: string;
	status: AppealStatus;
	content: string;
	createdAt: string;
	decision: string | null;
	decidedAt: string | null;
	decidedBy: CaseListItem["member"] | null;
};

/** A case's appeals, newest first; none for those who may not read them. */
export async function listCaseAppeals(guild: GuildScope, caseNumber: number): Promise<CaseAppeal[]> {
	if (!may(guild.actor.level, "appeals.read")) return [];
	const id = sql`${guild.guildId}::bigint`;
	return guild.rows<CaseAppeal>(sql`
		SELECT a.id, a.status, a.content, a.created_at AS "createdAt", a.decision_reason AS decision,
			a.decided_at AS "decidedAt", ${personOf(id, sql`a.decided_by`)} AS "decidedBy"
		FROM case_appeals a JOIN cases c ON c.guild_id = a.guild_id AND c.case_id = a.case_id
		WHERE a.guild_id = ${id} AND c.case_number = ${caseNumber} AND NOT a.is_deleted
		ORDER BY a.id DESC LIMIT 50`);
}
