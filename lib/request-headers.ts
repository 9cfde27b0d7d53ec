/** What `proxy.ts` passes on to a page about its request, as headers; every response carries the request's id too. */
export const requestHeaders = {
	id: "x-request-id",
	/** For the page's own scripts, the same as in its policy. */
	nonce: "x-nonce",
	/** Path and search of the page, to come back to after signing in. */
	path: "x-guildhall-path",
} as const;
