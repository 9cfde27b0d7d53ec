import type { ExportMessage } from "@/lib/import/export-format";

const zeros = {
	messages: 0,
	authors: 0,
	replies: 0,
	/** Different emoji under messages, and the reactions behind them. */
	reactionChips: 0,
	reactions: 0,
	attachments: 0,
	embeds: 0,
	stickers: 0,
	edited: 0,
};

/** The numbers of a file. */
export type TotalName = keyof typeof zeros;

/** What a file holds, counted while it is checked. */
export type Totals = Record<TotalName, number> & {
	/** Snowflakes of authors; what `authors` counts. */
	authorIds: Set<string>;
};

export function emptyTotals(): Totals {
	return { ...zeros, authorIds: new Set() };
}

/** Adds one message to the totals. */
export function countMessage(totals: Totals, message: ExportMessage): void {
	totals.messages++;
	totals.authorIds.add(message.author.id);
	totals.authors = totals.authorIds.size;
	if (message.type === "Reply" || message.type === "19") totals.replies++;
	for (const reaction of message.reactions ?? []) {
		totals.reactionChips++;
		totals.reactions += reaction.count;
	}
	totals.attachments += message.attachments?.length ?? 0;
	totals.embeds += message.embeds?.length ?? 0;
	totals.stickers += message.stickers?.length ?? 0;
	if (message.timestampEdited) totals.edited++;
}
