/** Separates cells: RFC 4180 has a comma; where that is the decimal mark, spreadsheets expect a semicolon. */
export const separators = { comma: ",", semicolon: ";" } as const;
export type Separator = keyof typeof separators;

/** The separator that spreadsheets expect where a language is spoken. */
export function separatorOf(locale: string): Separator {
	const decimalMark = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
	return decimalMark?.value === "," ? "semicolon" : "comma";
}
