/** How one column of a list becomes a cell. A list is set apart by semicolons, `instant` is an ISO instant. */
export type Column<T> = { label: string } & (
	| { kind: "id" | "text" | "instant"; value: (row: T) => string | null }
	| { kind: "number"; value: (row: T) => number | null }
	| { kind: "flag"; value: (row: T) => boolean }
	| { kind: "list"; value: (row: T) => readonly string[] }
);

/** What a cell says before it is quoted; empty where there is nothing. */
export function cellText<T>(column: Column<T>, row: T): string {
	switch (column.kind) {
		case "number":
			return String(column.value(row) ?? "");
		case "flag":
			return column.value(row) ? "TRUE" : "FALSE";
		case "list":
			return asText(column.value(row).join("; "));
		case "instant":
			return sheetTime(column.value(row));
		case "id":
			return asId(column.value(row) ?? "");
		case "text":
			return asText(column.value(row) ?? "");
	}
}

/**
 * What would make a spreadsheet run the text as a formula (OWASP, “CSV Injection”), also in the wide letters of East Asian
 * keyboards; and the apostrophe itself, so that one taken away gives back the text.
 */
const dangerous = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Spreadsheets keep fifteen digits of a number and fill the rest with zeros. */
const longNumber = /^\s*\d{16,}\s*$/;

/**
 * The same inside a text, behind what begins a new cell for a spreadsheet that takes the file apart by another separator
 * or forgets the quotation marks. A list item (`- one`) is no formula.
 */
const dangerousInside = /([;,\t\r\n][\s"]*)(?=[=@\uFF1D\uFF20]|[+\-\uFF0B\uFF0D]\S)/g;

function asText(text: string): string {
	const safe = text.replace(dangerousInside, "$1'");
	return dangerous.test(text) || longNumber.test(text) ? `'${safe}` : safe;
}

/** Ids are text, whatever they look like: a snowflake read as a number loses its last digits. */
function asId(id: string): string {
	return /^\d+$/.test(id) ? `'${id}` : asText(id);
}

/** `2026-11-21 15:41:32` in UTC: the form of ISO 8601 that spreadsheets read as a time. */
function sheetTime(instant: string | null): string {
	return instant === null ? "" : new Date(instant).toISOString().slice(0, 19).replace("T", " ");
}

/** A cell as written to the file (RFC 4180): quoted if it contains what would end it. */
export function quoted(text: string, separator: string): string {
	const needsQuotes = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
	return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
