import type { Page } from "@/lib/api/paged-query";
import type { Writer } from "./writers";

type ExportStream<T> = {
	writer: Writer<T>;
	first: Page<T>;
	/** Reads what follows a cursor. */
	read: (cursor: string) => Promise<Page<T>>;
	/** Called once, when the stream is over, whoever ended it; with the error that broke it off. */
	onEnd: (error?: unknown) => void;
};

/**
 * A file that is read page by page, each when the other side has taken the one before: memory holds one page however long
 * the list is. An error breaks the stream off, so that nobody takes half a file for a whole one.
 */
export function exportStream<T>({ writer, first, read, onEnd }: ExportStream<T>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const pieces = piecesOf(writer, first, read);
	let isOver = false;
	const end = (error?: unknown) => {
		if (isOver) return;
		isOver = true;
		onEnd(error);
	};
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					const { value, done } = await pieces.next();
					if (done) {
						end();
						controller.close();
					} else controller.enqueue(encoder.encode(value));
				} catch (error) {
					end(error);
					controller.error(error);
				}
			},
			async cancel() {
				end();
				await pieces.return();
			},
		},
		{ highWaterMark: 0 },
	);
}

/** A page may be empty and still not be the last one: nothing is handed on then. */
async function* piecesOf<T>(
	writer: Writer<T>,
	first: Page<T>,
	read: (cursor: string) => Promise<Page<T>>,
): AsyncGenerator<string, void, void> {
	yield writer.head + writer.rows(first.items);
	for (let cursor = first.nextCursor; cursor !== null; ) {
		const page = await read(cursor);
		if (page.items.length > 0) yield writer.rows(page.items);
		cursor = page.nextCursor;
	}
	if (writer.foot !== "") yield writer.foot;
}
