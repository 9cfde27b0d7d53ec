import { AppError } from "@/lib/errors";

export type CursorValue = string | number | null;

const largestId = 2n ** 63n - 1n;

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
	throw foreignCursor();
}

/**
 * The id in a position of a list that is sorted by nothing else; null without a cursor.
 * @throws AppError `bad_request` when the text is not such a position
 */
export function idOfCursor(cursor: string | undefined): string | null {
	if (cursor === undefined) return null;
	const [id] = decodeCursor(cursor, 1);
	if (typeof id === "string" && isRowId(id)) return id;
	throw foreignCursor();
}

/** Whether the text is a number that a column of `bigint` may hold as an id. */
export function isRowId(text: string): boolean {
	return /^\d{1,19}$/.test(text) && BigInt(text) <= largestId;
}

/** What a position of another list is refused with. */
export function foreignCursor(): AppError {
	return new AppError("bad_request", {
		detail: "This list did not issue that cursor. Start from the first page.",
	});
}

function isCursorValue(value: unknown): value is CursorValue {
	return value === null || typeof value === "string" || typeof value === "number";
}
