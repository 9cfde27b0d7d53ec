import path from "node:path";
import type { FileOutcome } from "@/lib/import/outcome";

type Figures = {
	messages: number;
	created: number;
	updated: number;
	unchanged: number;
	authors: number;
	replies: number;
	reactionChips: number;
	reactions: number;
	attachments: number;
	embeds: number;
	stickers: number;
	edited: number;
};

/** The figures of one file; of a broken one all are 0, since nothing of it counts. */
function figures({ facts, written }: FileOutcome): Figures {
	const { authorIds: _, ...totals } = facts?.totals ?? {
		messages: 0,
		authors: 0,
		replies: 0,
		reactionChips: 0,
		reactions: 0,
		attachments: 0,
		embeds: 0,
		stickers: 0,
		edited: 0,
		authorIds: new Set(),
	};
	return { ...totals, ...written };
}

/** Sums over the files; an author of several files is counted once. */
export function totalFigures(outcomes: FileOutcome[]): Figures {
	const authors = new Set(outcomes.flatMap((outcome) => [...(outcome.facts?.totals.authorIds ?? [])]));
	const sum = (name: keyof Figures) => outcomes.reduce((total, outcome) => total + figures(outcome)[name], 0);
	return {
		messages: sum("messages"),
		created: sum("created"),
		updated: sum("updated"),
		unchanged: sum("unchanged"),
		authors: authors.size,
		replies: sum("replies"),
		reactionChips: sum("reactionChips"),
		reactions: sum("reactions"),
		attachments: sum("attachments"),
		embeds: sum("embeds"),
		stickers: sum("stickers"),
		edited: sum("edited"),
	};
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
