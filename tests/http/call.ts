/** Where the application answers; set by `npm test`. (Vitest keeps `BASE_URL` to itself.) */
export const baseUrl = process.env.TEST_BASE_URL ?? "http://localhost:3000";

export type Call = {
	method?: string;
	/** A session token, sent as the cookie. */
	session?: string;
	/** An API token, sent as `Authorization: Bearer`. */
	bearer?: string;
	/** Sent as JSON. */
	body?: unknown;
	/** The site's own unless said; null sends none. */
	origin?: string | null;
	headers?: Record<string, string>;
};

/** One request to the application, redirects not followed. */
export async function call(address: string, wish: Call = {}): Promise<Response> {
	const { method = "GET", session, bearer, body, origin = baseUrl, headers = {} } = wish;
	return fetch(new URL(address, baseUrl), {
		method,
		redirect: "manual",
		headers: {
			...(session === undefined ? {} : { cookie: `guildhall.session=${session}` }),
			...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
			...(body === undefined ? {} : { "content-type": "application/json" }),
			...(method === "GET" || origin === null ? {} : { origin }),
			...headers,
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

export type Problem = { code: string; status: number; requestId: string };

/** The answer's problem document. @throws Error when it is none */
export async function problemOf(response: Response): Promise<Problem> {
	const type = response.headers.get("content-type");
	if (type !== "application/problem+json")
		throw new Error(`${response.url} answered ${response.status} ${type}`);
	return (await response.json()) as Problem;
}
