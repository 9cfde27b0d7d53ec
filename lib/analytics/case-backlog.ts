import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { openCasesAt } from "@/lib/cases/open-at";
import { sql } from "@/lib/db/sql";
import type { Window } from "./schema";

/** Cases that were open at the end of each point; of one that is under way, now. */
export function openCases(guild: GuildScope, { edges }: Window): Promise<number[]> {
	return openCasesAt(guild, sql`${edges.slice(1)}::timestamptz[]`);
}
