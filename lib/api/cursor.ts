import { AppError } from "@/lib/errors";

export type CursorValue = string | number | null;

/** An opaque position in a list: the sort values of the last row shown. */
export function encodeCursor(values: CursorValue[]): string {
	return btoa(encodeURIComponent(JSON.stringify(values)))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

/**
 * Reads a position made by `encodeCursor`.
 * @param length how many sort values the list has
 * @throws AppError `bad_request` when the text is not such a position
 */
export function decodeCursor(text: string, length: number): CursorValue[] {
	try {
		const values: unknown = JSON.parse(
			decodeURIComponent(atob(text.replaceAll("-", "+").replaceAll("_", "/"))),
		);
		if (Array.isArray(values) && values.length === length && values.every(isCursorValue)) return values;
	} catch {
		// falls through to the one refusal below
	}
	throw new AppError("bad_request", {
		detail: "The cursor is not one that this list gave out. Start from the first page.",
	});
}

function isCursorValue(value: unknown): value is CursorValue {
	return value === null || typeof value === "string" || typeof value === "number";
}
