/** Every way a request can be refused, with the HTTP status it becomes (RFC 9457 problem JSON). */
export const problems = {
	bad_request: { status: 400, title: "The request could not be read" },
	invalid_input: { status: 422, title: "Some of the input is invalid" },
	unauthenticated: { status: 401, title: "You are not signed in" },
	forbidden: { status: 403, title: "Your level in this server does not allow this" },
	out_of_reach: { status: 403, title: "The target ranks as high as you or higher" },
	not_found: { status: 404, title: "Not found, or not visible to you" },
	method_not_allowed: { status: 405, title: "This address does not support that method" },
	conflict: { status: 409, title: "It has changed since you loaded it" },
	already_exists: { status: 409, title: "It already exists" },
	limit_reached: { status: 409, title: "The limit has been reached" },
	too_large: { status: 413, title: "That is too large" },
	wrong_origin: { status: 403, title: "Writes are accepted only from this site's own pages" },
	unsupported_media_type: { status: 415, title: "The body must be JSON" },
	rate_limited: { status: 429, title: "Too many requests" },
	too_many_at_once: { status: 429, title: "Your other searches are still running" },
	too_slow: { status: 503, title: "That took too long" },
	discord_unavailable: { status: 503, title: "Discord is not responding right now" },
	database_unavailable: { status: 503, title: "The database is not responding right now" },
	internal: { status: 500, title: "Something went wrong on our side" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export type FieldError = { path: string; message: string };

export type ProblemOptions = {
	/** A sentence for the person: what failed and what to do. */
	detail?: string;
	/** Per-field messages for `invalid_input`. */
	fields?: FieldError[];
	/** What the other side holds now, for `conflict`. */
	current?: unknown;
	/** Seconds until a retry makes sense, for `rate_limited` and the unavailable ones. */
	retryAfter?: number;
	cause?: unknown;
};

/**
 * The one error class: a code from a closed list, text for the person in `detail`, and whatever belongs in
 * the log only in `cause`.
 */
export class AppError extends Error {
	readonly code: ProblemCode;
	readonly detail: string | undefined;
	readonly fields: FieldError[] | undefined;
	readonly current: unknown;
	readonly retryAfter: number | undefined;

	constructor(code: ProblemCode, options: ProblemOptions = {}) {
		super(options.detail ?? problems[code].title, { cause: options.cause });
		this.name = "AppError";
		this.code = code;
		this.detail = options.detail;
		this.fields = options.fields;
		this.current = options.current;
		this.retryAfter = options.retryAfter;
	}

	get status(): number {
		return problems[this.code].status;
	}
}

/** What is found, or null if the work throws `not_found`; every other error is rethrown. */
export async function foundOrNull<T>(work: Promise<T>): Promise<T | null> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") return null;
		throw error;
	}
}
