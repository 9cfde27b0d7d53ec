const entityTag = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether a request's `If-None-Match` names the answer that it would get: any tag of its list by weak comparison, or `*`.
 * @param tag the answer's own, a strong one with its quotes
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
	if (ifNoneMatch === null) return false;
	if (ifNoneMatch.trim() === "*") return true;
	return [...ifNoneMatch.matchAll(entityTag)].some(([, opaque]) => opaque === tag);
}
