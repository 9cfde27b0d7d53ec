import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { foundOrNull } from "@/lib/errors";
import { listNotes } from "@/lib/notes/data";
import type { Note } from "@/lib/notes/schema";
import { type CaseAppeal, listCaseAppeals } from "./appeals-data";
import { getCase } from "./detail-data";
import type { CaseDetail } from "./detail-schema";

/** A case with its appeals, the notes about its member and what the reader may do with both. */
export type CaseFile = {
	detail: CaseDetail;
	notes: Note[];
	appeals: CaseAppeal[];
	mayEdit: boolean;
	mayNote: boolean;
};

/** Everything one case's page shows; undefined when the server has no case of that number. */
export async function readCaseFile(guild: GuildScope, caseNumber: number): Promise<CaseFile | undefined> {
	const detail = await foundOrNull(getCase(guild, caseNumber));
	if (detail === null) return undefined;
	return {
		detail,
		notes: await listNotes(guild, detail.member.id),
		appeals: await listCaseAppeals(guild, caseNumber),
		mayEdit: may(guild.actor.level, "cases.write"),
		mayNote: may(guild.actor.level, "notes.write"),
	};
}
