/** A node of a plan, as EXPLAIN (FORMAT JSON) writes it. */
type PlanNode = {
	"Node Type": string;
	"Relation Name"?: string;
	"Plan Rows"?: number;
	Plans?: PlanNode[];
	[key: string]: unknown;
};

/** One statement that was run, with the plan it ran by. */
export type Planned = { "Query Text": string; Plan: PlanNode };

/** What is worked out for every row; the condition of an index is once for each scan of it. */
const conditions = ["Filter", "Join Filter", "Hash Cond", "Merge Cond"];
/**
 * Functions that ask who is there: those of the policies, and what leans on them. `app.guild_level` is not among them: the
 * list of one's servers asks it once for each server.
 */
const doors = /\bapp\.(guild|user_id|session_user_id|my_guilds|caller|is_operator|time_zone)\(/;

/**
 * What is wrong with a plan: a sequential scan of a part of a partitioned table, or a policy's function among the
 * conditions of a row.
 * @param parts the names of the partitions that hold rows
 */
export function problemsOf({ Plan }: Planned, parts: ReadonlySet<string>): string[] {
	return nodesOf(Plan).flatMap((node) => {
		const relation = node["Relation Name"] ?? "";
		const scans = node["Node Type"] === "Seq Scan" && parts.has(relation) ? [`scans all of ${relation}`] : [];
		const perRow = conditions.flatMap((name) => {
			const text = node[name];
			return typeof text === "string" && doors.test(text) ? [`asks for every row: ${text}`] : [];
		});
		return [...scans, ...perRow];
	});
}

function nodesOf(node: PlanNode): PlanNode[] {
	return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** The plans in a stretch of the server's log, as auto_explain writes them there in JSON. */
export function plansIn(log: string): Planned[] {
	return [...log.matchAll(/ plan:\n((?:\t.*\n)+)/g)].map(
		([, text = ""]) => JSON.parse(text.replace(/^\t/gm, "")) as Planned,
	);
}
