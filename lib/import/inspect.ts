import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { BrokenFile } from "@/lib/import/broken-file";
import { ByteWindow } from "@/lib/import/byte-window";
import { type ExportMessage, exportMessage } from "@/lib/import/export-format";
import { type ExportHead, HeadReader } from "@/lib/import/export-head";
import { parse, readExport } from "@/lib/import/export-reader";
import { offsetOfPath } from "@/lib/import/json-walk";
import type { RawMessage } from "@/lib/import/message-reader";
import { snowflakeTime } from "@/lib/import/scalars";
import { countMessage, emptyTotals, type Totals } from "@/lib/import/totals";

/** Everything that one reading of a file tells before any of it is written. */
export type FileFacts = {
	head: ExportHead;
	totals: Totals;
	/** SHA-256 of the whole file, hexadecimal. */
	sha256: string;
	bytes: number;
	/** Byte after the opening bracket of `messages`. */
	messagesStart: number;
	/** The time as of which the file describes the channel, ISO: `exportedAt`, else its last message or edit. */
	observedAt: string | null;
	/** Months (`YYYY-MM`, by id) that hold a message. */
	months: Set<string>;
};

/**
 * Reads a file from end to end and checks all of it, in constant memory.
 * @param progress is told the bytes read so far
 * @throws BrokenFile with the byte and the reason
 */
export async function inspect(file: FileHandle, progress: (bytes: number) => void): Promise<FileFacts> {
	const hash = createHash("sha256");
	let bytes = 0;
	const window = new ByteWindow(file, 0, (chunk) => {
		hash.update(chunk);
		bytes += chunk.length;
	});
	const reader = new HeadReader();
	const tally = new Tally();
	let messagesStart = -1;
	for await (const part of readExport(window)) {
		if (part.kind === "member") {
			reader.take(part);
		} else {
			messagesStart = part.arrayStart;
			for (const raw of part.list) tally.take(checked(raw, tally.totals.messages));
			progress(bytes);
		}
	}
	const head = reader.finish(bytes, messagesStart >= 0);
	const observedAt = head.exportedAt ? new Date(head.exportedAt).toISOString() : tally.lastSign;
	const { totals, months } = tally;
	return { head, totals, sha256: hash.digest("hex"), bytes, messagesStart, observedAt, months };
}

/**
 * Parses and checks one message.
 * @param index of the message in the file, for the reason
 * @throws BrokenFile at the value that is wrong
 */
function checked(raw: RawMessage, index: number): ExportMessage {
	const value = parse(raw.bytes, raw.offset);
	const result = exportMessage.safeParse(value);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	const path = (issue?.path ?? []).map((part) => (typeof part === "number" ? part : String(part)));
	const reason = `${["messages", index, ...path].join(".")}: ${issue?.message ?? "has another shape"}`;
	throw new BrokenFile(raw.offset + offsetOfPath(raw.bytes, path), reason);
}

class Tally {
	readonly totals = emptyTotals();
	readonly months = new Set<string>();
	private month = { from: 0, to: 0 };
	private last = Number.NEGATIVE_INFINITY;

	take(message: ExportMessage): void {
		countMessage(this.totals, message);
		this.seeMonth(snowflakeTime(message.id));
		this.last = Math.max(this.last, Date.parse(message.timestampEdited ?? message.timestamp));
	}

	/** Neighbours are nearly always of the same month: its borders are worked out when it changes. */
	private seeMonth(time: number): void {
		if (time >= this.month.from && time < this.month.to) return;
		const date = new Date(time);
		const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
		this.month = { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
		this.months.add(date.toISOString().slice(0, 7));
	}

	get lastSign(): string | null {
		return Number.isFinite(this.last) ? new Date(this.last).toISOString() : null;
	}
}
