/** The CSV that the address of a download carries, without the mark for spreadsheets in front. */
export function csvOf(address: string): string {
	return decodeURIComponent(address.slice(address.indexOf(",") + 1)).replace(/^\uFEFF/, "");
}
