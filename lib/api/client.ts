import type { FieldError, ProblemCode } from "@/lib/errors";

/** A refused request as the browser sees it: the problem document of the answer. */
export class ApiProblem extends Error {
	readonly status: number;
	readonly code: ProblemCode | "network";
	readonly detail: string | undefined;
	readonly errors: FieldError[];
	readonly current: unknown;
	readonly requestId: string | undefined;

	constructor(body: Partial<ApiProblem> & { title?: string }) {
		super(body.detail ?? body.title ?? "The request failed");
		this.name = "ApiProblem";
		this.status = body.status ?? 0;
		this.code = body.code ?? "network";
		this.detail = body.detail;
		this.errors = body.errors ?? [];
		this.current = body.current;
		this.requestId = body.requestId;
	}
}

export type Search = Record<string, string | number | boolean | string[] | null | undefined>;

/** A search string from a record: empty values are left out, lists repeat their key. */
export function searchString(search: Search = {}): string {
	const parameters = new URLSearchParams();
	for (const [key, value] of Object.entries(search)) {
		if (Array.isArray(value)) for (const item of value) parameters.append(key, item);
		else if (value !== null && value !== undefined && value !== "") parameters.set(key, String(value));
	}
	const text = parameters.toString();
	return text === "" ? "" : `?${text}`;
}

async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
	let response: Response;
	try {
		response = await fetch(`/api/v1${path}`, {
			method,
			...(body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
			...(signal === undefined ? {} : { signal }),
		});
	} catch (cause) {
		if (signal?.aborted) throw cause;
		throw new ApiProblem({ title: "The server cannot be reached" });
	}
	if (response.status === 204) return undefined as T;
	const answer: unknown = await response.json().catch(() => ({}));
	if (!response.ok) throw new ApiProblem({ ...(answer as object), status: response.status });
	return answer as T;
}

/** The browser's way to the API; `path` is below `/api/v1`. Every call throws `ApiProblem` when refused. */
export const api = {
	get: <T>(path: string, signal?: AbortSignal) => send<T>("GET", path, undefined, signal),
	post: <T>(path: string, body: unknown) => send<T>("POST", path, body),
	put: <T>(path: string, body: unknown) => send<T>("PUT", path, body),
	patch: <T>(path: string, body: unknown) => send<T>("PATCH", path, body),
	del: <T>(path: string) => send<T>("DELETE", path),
};
