/** Up to two letters for a picture that is missing: `Night Owls` → `NO`. */
export function initials(name: string): string {
	const words = name.split(/[\s_-]+/u).filter(Boolean);
	return words
		.slice(0, 2)
		.map((word) => [...word][0]?.toLocaleUpperCase() ?? "")
		.join("");
}
