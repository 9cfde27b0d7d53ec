import path from "node:path";
import { type FileOutcome, nothingWritten, type Written } from "@/lib/import/outcome";
import { emptyTotals, type TotalName } from "@/lib/import/totals";

type Figures = Record<TotalName | keyof Written, number>;

/** The figures of one file; of a broken one all are 0, since nothing of it counts. */
function figures({ facts, written }: FileOutcome): Figures {
	const { authorIds: _, ...totals } = facts?.totals ?? emptyTotals();
	return { ...totals, ...written };
}

/** Sums over the files; an author of several files is counted once. */
function totalFigures(outcomes: FileOutcome[]): Figures {
	const { authorIds, ...sums } = { ...emptyTotals(), ...nothingWritten };
	for (const outcome of outcomes) {
		const ofFile = figures(outcome);
		for (const name of Object.keys(ofFile) as (keyof Figures)[]) sums[name] += ofFile[name];
		for (const id of outcome.facts?.totals.authorIds ?? []) authorIds.add(id);
	}
	return { ...sums, authors: authorIds.size };
}

/** What `--json` prints. */
export function jsonSummary(outcomes: FileOutcome[]): object {
	return {
		files: outcomes.map((outcome) => ({
			file: outcome.path,
			state: outcome.state,
			guildId: outcome.facts?.head.guild.id,
			channelId: outcome.facts?.head.channel.id,
			exportedAt: outcome.facts?.head.exportedAt,
			sha256: outcome.facts?.sha256,
			bytes: outcome.facts?.bytes,
			...figures(outcome),
			notes: outcome.notes,
			problem: outcome.problem,
		})),
		totals: totalFigures(outcomes),
	};
}

const columns: { title: string; value: (row: Figures) => number }[] = [
	{ title: "messages", value: (row) => row.messages },
	{ title: "new", value: (row) => row.created },
	{ title: "updated", value: (row) => row.updated },
	{ title: "unchanged", value: (row) => row.unchanged },
	{ title: "authors", value: (row) => row.authors },
	{ title: "replies", value: (row) => row.replies },
	{ title: "reactions", value: (row) => row.reactions },
	{ title: "attachments", value: (row) => row.attachments },
	{ title: "embeds", value: (row) => row.embeds },
	{ title: "edited", value: (row) => row.edited },
];

/** One row a file, a row of totals, and below it every problem and note. */
export function tableSummary(outcomes: FileOutcome[]): string {
	const number = new Intl.NumberFormat("en");
	const cells = (row: Figures) => columns.map(({ value }) => number.format(value(row)));
	const rows = [
		["file", "", ...columns.map(({ title }) => title)],
		...outcomes.map((outcome) => [path.basename(outcome.path), outcome.state, ...cells(figures(outcome))]),
		[outcomes.length === 1 ? "1 file" : `${outcomes.length} files`, "", ...cells(totalFigures(outcomes))],
	];
	const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? [];
	const lines = rows.map((row) =>
		row.map((cell, index) =>
			index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
		),
	);
	const remarks = outcomes.flatMap(({ path: file, problem, notes }) => [
		...(problem ? [`${file}: byte ${problem.offset}: ${problem.reason}`] : []),
		...notes.map((note) => `${file}: ${note}`),
	]);
	return [...lines.map((line) => line.join("  ").trimEnd()), ...remarks].join("\n");
}
