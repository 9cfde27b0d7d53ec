import type { GuildScope } from "@/lib/auth/scope";
import { quantile } from "./timing";

/** How long a statement took each time it ran, by its text. */
export type Statements = Map<string, number[]>;

/** The scope as it is, noting how long each statement takes; statements sent together are timed together. */
export function noting(guild: GuildScope, statements: Statements): GuildScope {
	const rows: GuildScope["rows"] = async (query, how) => {
		const begun = performance.now();
		const answer = await guild.rows(query, how);
		const times = statements.get(query.text) ?? [];
		times.push(performance.now() - begun);
		statements.set(query.text, times);
		return answer as never;
	};
	const one: GuildScope["one"] = async (query) => (await rows(query))[0] as never;
	return Object.assign(Object.create(guild) as GuildScope, { rows, one });
}

/** The statements of a figure on stderr, the longest first: the median in milliseconds, how often, and the text. */
export function tell(figure: string, statements: Statements): void {
	const medians = [...statements].map(([text, times]) => ({
		text: text.replaceAll(/\s+/g, " ").trim(),
		times: times.length,
		median: quantile(
			times.toSorted((a, b) => a - b),
			0.5,
		),
	}));
	console.error(`\n${figure}`);
	for (const { text, times, median } of medians.toSorted((a, b) => b.median - a.median))
		console.error(`${median.toFixed(2).padStart(9)} ms  ${times} ×  ${text.slice(0, 200)}`);
}
