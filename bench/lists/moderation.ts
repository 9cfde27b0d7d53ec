import { encodeCursor } from "@/lib/api/cursor";
import { listCases } from "@/lib/cases/data";
import type { CaseFilters } from "@/lib/cases/schema";
import type { Asked, Examples } from "./asked";

/** Cases by each filter but words, which `search` measures. */
export function caseLists({ moderator, target }: Examples): Asked[] {
	return [
		asked("none", {}, ""),
		asked("a type", { type: ["BAN"] }, "AND c.case_type = 'BAN'"),
		asked("open", { status: "open" }, "AND c.case_status"),
		asked("a moderator", { moderator }, `AND c.case_moderator_id = ${moderator}`),
		asked("a member", { member: target }, `AND c.case_user_id = ${target}`),
		asked("from a day on", { from: "2026-03-01" }, "AND c.created_at > '2026-03-02'"),
		asked("up to a day", { to: "2026-06-01" }, "AND c.created_at < '2026-06-01'"),
	];
}

function asked(filter: string, filters: Partial<CaseFilters>, condition: string): Asked {
	return {
		list: "cases",
		filter,
		permission: "cases.read",
		page: (guild, cursor) => listCases(guild, { ...(filters as CaseFilters), cursor }),
		rows: `cases c WHERE c.guild_id = $1 AND NOT c.is_deleted ${condition}`,
		order: "c.case_id DESC",
		position: "c.case_id::text",
		cursor: encodeCursor,
	};
}
