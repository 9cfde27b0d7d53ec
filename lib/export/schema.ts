import { z } from "zod";

export const exportFormats = ["csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What stands between two cells: RFC 4180 has a comma; where that is the decimal mark, spreadsheets expect a semicolon. */
export const separators = { comma: ",", semicolon: ";" } as const;
export type Separator = keyof typeof separators;

/** The separator that spreadsheets expect where a language is spoken. */
export function separatorOf(locale: string): Separator {
	const decimalMark = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
	return decimalMark?.value === "," ? "semicolon" : "comma";
}

/** What every export takes besides the filters of its list. */
export const exportChoice = z.object({
	format: z.enum(exportFormats).default("json"),
	separator: z.enum(["comma", "semicolon"]).default("comma"),
});
export type ExportChoice = z.infer<typeof exportChoice>;

/** Carries about how many rows will come, where that is known beforehand. */
export const ROWS_ABOUT_HEADER = "x-guildhall-rows-about";

/** The rows of a sheet in Excel, LibreOffice and Google Sheets, its heading included. */
export const SHEET_ROWS = 1_048_576;
