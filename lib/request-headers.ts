/** What `proxy.ts` tells a page about its request, as headers; the request's id stands on every answer too. */
export const requestHeaders = {
	id: "x-request-id",
	/** For the page's own scripts, the same as in its policy. */
	nonce: "x-nonce",
	/** Path and search of the page, to come back to after signing in. */
	path: "x-guildhall-path",
} as const;
