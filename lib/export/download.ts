import { ApiProblem } from "@/lib/api/client";
import { type ExportFormat, ROWS_ABOUT_HEADER } from "./formats";
import { rowCounter } from "./row-counter";

/** Bytes that are gathered before the browser may put them away. */
const GATHERED = 4 * 1024 * 1024;

export type Progress = { rows: number; about: number | null };
export type Download = { blob: Blob; name: string; rows: number };

/**
 * Reads an export to its end. `onProgress` is called for every chunk.
 * @param href the address of the export, its format included
 * @throws ApiProblem where it is refused, or broke off on the way; whatever `signal` was aborted with
 */
export async function downloadExport(
	href: string,
	format: ExportFormat,
	onProgress: (progress: Progress) => void,
	signal: AbortSignal,
): Promise<Download> {
	const response = await open(href, signal);
	const about = Number(response.headers.get(ROWS_ABOUT_HEADER)) || null;
	const type = response.headers.get("content-type") ?? "";
	const count = rowCounter(format);
	const parts: Blob[] = [];
	let gathered: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	let rows = 0;
	onProgress({ rows, about });
	for await (const piece of piecesOf(response, href, signal)) {
		rows = count(piece);
		gathered.push(piece);
		bytes += piece.byteLength;
		onProgress({ rows, about });
		if (bytes < GATHERED) continue;
		parts.push(new Blob(gathered));
		gathered = [];
		bytes = 0;
	}
	return { blob: new Blob([...parts, ...gathered], { type }), name: nameIn(response), rows };
}

async function open(href: string, signal: AbortSignal): Promise<Response> {
	const response = await fetch(href, { signal }).catch((cause: unknown) => {
		if (signal.aborted) throw cause;
		throw new ApiProblem({ title: "The server cannot be reached" });
	});
	if (response.ok) return response;
	const problem: unknown = await response.json().catch(() => ({}));
	throw new ApiProblem({ ...(problem as object), status: response.status });
}

async function* piecesOf(
	response: Response,
	href: string,
	signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const reader = response.body?.getReader();
	try {
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value;
	} catch (cause) {
		if (signal.aborted) throw cause;
		throw await whyItBroke(href);
	}
}

const refusals = { 401: "unauthenticated", 403: "forbidden", 404: "not_found" } as const;

/** A stream that breaks off says no more than that; asking for the same again says whether access was the reason. */
async function whyItBroke(href: string): Promise<ApiProblem> {
	const again = await fetch(href, { method: "HEAD" }).catch(() => undefined);
	const status = again?.status;
	const isRefused = status === 401 || status === 403 || status === 404;
	return new ApiProblem(isRefused ? { status, code: refusals[status] } : { title: "The export broke off" });
}

function nameIn(response: Response): string {
	const disposition = response.headers.get("content-disposition") ?? "";
	return /filename="([^"]+)"/.exec(disposition)?.[1] ?? "export";
}
