import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Caller } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { ROWS_ABOUT_HEADER } from "@/lib/export/formats";
import { type ExportChoice, exportChoice } from "@/lib/export/schema";
import { takeExportSeat } from "@/lib/export/seats";
import { exportStream } from "@/lib/export/stream";
import { type Writer, writerOf } from "@/lib/export/writers";
import { log } from "@/lib/log";
import { requestHeaders } from "@/lib/request-headers";
import type { Page } from "./paged-query";
import { searchRecord } from "./route";

/** What the export of any list declares. */
export type ExportSpec<Q extends z.ZodObject, I extends z.ZodType> = {
	summary: string;
	/** What the file is called: `members`. */
	name: string;
	/** The filters of the list, as the page's address has them. */
	query: Q;
	/** A row, as JSON has it. */
	item: I;
	/** The cells of a row, as CSV has them. */
	columns: readonly Column<z.output<I>>[];
};

/** The declaration of the route, for the OpenAPI document and the tests. */
export function fileSpec<Q extends z.ZodObject, I extends z.ZodType>({
	summary,
	query,
	item,
}: ExportSpec<Q, I>) {
	return {
		summary,
		query: query.extend(exportChoice.shape),
		response: z.array(item),
		limit: "export" as const,
		file: true,
	};
}

/** The form that is asked for, and the list's filters. @throws ZodError, which becomes `invalid_input` */
export function exportInputs<Q extends z.ZodObject>(query: Q, request: NextRequest) {
	const { format, separator, ...filters } = searchRecord(request.nextUrl.searchParams);
	return { choice: exportChoice.parse({ format, separator }), filters: query.parse(filters) };
}

/** A list that is open: its first page has been read, unless only the heads are wanted. */
export type OpenedList<T> = {
	userId: string;
	choice: ExportChoice;
	about: number | null;
	first: Page<T> | null;
	read: (cursor: string) => Promise<Page<T>>;
};

/** The answer that is the list as a file. */
export function fileAnswer<T>(
	{ name, columns }: { name: string; columns: readonly Column<T>[] },
	list: OpenedList<T>,
	request: NextRequest,
	caller: Caller,
): Response {
	const writer = writerOf(list.choice, columns);
	const headers = headersOf(name, list.choice, writer, caller.requestId);
	if (list.about !== null) headers.set(ROWS_ABOUT_HEADER, String(list.about));
	if (list.first === null) return new Response(null, { headers });
	return new Response(fileOf(writer, list.first, list, request.signal, caller), { headers });
}

/** Holds one of the person's export slots until the stream ends, even if nobody ever reads it. */
function fileOf<T>(
	writer: Writer<T>,
	first: Page<T>,
	{ userId, read }: OpenedList<T>,
	signal: AbortSignal,
	caller: Caller,
): ReadableStream<Uint8Array> {
	const leave = takeExportSeat(userId);
	signal.addEventListener("abort", leave, { once: true });
	if (signal.aborted) leave();
	return exportStream({
		writer,
		first,
		read,
		onEnd: (error) => {
			leave();
			if (error !== undefined) log().warn({ err: error, requestId: caller.requestId }, "an export broke off");
		},
	});
}

/** Nobody on the way may keep it, or hold it back until there is more of it. */
function headersOf<T>(name: string, { format }: ExportChoice, writer: Writer<T>, id: string): Headers {
	const day = new Date().toISOString().slice(0, 10);
	return new Headers({
		"content-type": writer.contentType,
		"content-disposition": `attachment; filename="${name}-${day}.${format}"`,
		"cache-control": "private, no-store",
		"x-accel-buffering": "no",
		[requestHeaders.id]: id,
	});
}
