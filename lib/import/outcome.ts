import type { FileFacts } from "@/lib/import/inspect";

/** Messages by what the database knew of them. */
export type Written = {
	created: number;
	updated: number;
	/** Known already, from this export or a newer one. */
	unchanged: number;
};

/** What became of one file. */
export type FileOutcome = {
	path: string;
	/**
	 * `imported` now; `resumed` after an interruption and now whole; `already` imported before, so skipped;
	 * `checked` only; `interrupted` on request, between two batches; `broken` with nothing of it written.
	 */
	state: "imported" | "resumed" | "already" | "checked" | "interrupted" | "broken";
	facts?: FileFacts;
	written: Written;
	problem?: { offset: number; reason: string };
	/** Sentences about what the file says that is odd, but no reason to refuse it. */
	notes: string[];
};

/** Told what happens while files are imported. */
export type Observer = {
	/** @param total bytes of the file */
	opened(path: string, total: number): void;
	/** @param bytes of the file checked so far */
	checked(bytes: number): void;
	/** @param messages of the file that are in the database so far, of `total` */
	written(messages: number, total: number): void;
	closed(outcome: FileOutcome): void;
	/** A sentence for the person, such as why nothing moves. */
	note(text: string): void;
};

export type ImportOptions = {
	observer: Observer;
	/** Aborted: the batch under way is finished, nothing more is begun. */
	signal: AbortSignal;
	/** Messages in a transaction. */
	batchSize?: number;
};

export const nothingWritten: Written = { created: 0, updated: 0, unchanged: 0 };
