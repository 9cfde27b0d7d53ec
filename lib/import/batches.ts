import type { FileHandle } from "node:fs/promises";
import { ByteWindow } from "@/lib/import/byte-window";
import type { ExportMessage } from "@/lib/import/export-format";
import { parse } from "@/lib/import/export-reader";
import { readMessages } from "@/lib/import/message-reader";
import type { Batch } from "@/lib/import/write-batch";

/** Ends a batch of long messages early, which is what keeps memory flat. */
const largestBatchBytes = 16 * 1024 * 1024;

/**
 * The messages of a file that was inspected, in batches.
 * @param from byte after the opening bracket of `messages`, or after a message when `resumed`
 * @param size messages in a batch, at most
 */
export async function* readBatches(
	file: FileHandle,
	from: number,
	resumed: boolean,
	size: number,
): AsyncGenerator<Batch> {
	const window = new ByteWindow(file, from);
	let start = from;
	let batch: Batch = { messages: new Map(), count: 0, end: from };
	for await (const list of readMessages(window, resumed ? "separator" : "first")) {
		for (const { bytes, offset } of list) {
			const message = parse(bytes, offset) as ExportMessage;
			// Of a message that is there twice, the first counts: so it is too when a batch ends between them.
			if (!batch.messages.has(message.id)) batch.messages.set(message.id, message);
			batch.count++;
			batch.end = offset + bytes.length;
			if (batch.count === size || batch.end - start >= largestBatchBytes) {
				yield batch;
				start = batch.end;
				batch = { messages: new Map(), count: 0, end: batch.end };
			}
		}
	}
	if (batch.count > 0) yield batch;
}
