import "server-only";
import { ZodError, z } from "zod";
import { AppError, type FieldError, type ProblemCode, type ProblemOptions, problems } from "@/lib/errors";
import { log } from "@/lib/log";
import { requestHeaders } from "@/lib/request-headers";

/** SQLSTATEs that are answers, not accidents. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const states: Record<string, [ProblemCode, ProblemOptions?]> = {
	"23505": ["already_exists"],
	"23503": ["invalid_input", { detail: "It refers to something that does not exist, or no longer does." }],
	"23514": ["invalid_input", { detail: "A value is not allowed." }],
	"22001": ["invalid_input", { detail: "Some text is too long." }],
	"22003": ["invalid_input", { detail: "A number is out of range." }],
	"22007": ["bad_request", { detail: "A time is not valid." }],
	"22008": ["bad_request", { detail: "A time is out of range." }],
	"22021": ["bad_request", { detail: "Some text contains a character that cannot be stored." }],
	"22P02": ["bad_request", { detail: "A value is not valid." }],
	"22P05": ["bad_request", { detail: "Some text contains a character that cannot be stored." }],
	"42501": ["forbidden"],
	GH001: ["limit_reached"],
	"57014": ["too_slow", { detail: "That took too long. Narrow the filter or the range.", retryAfter: 1 }],
	"40P01": [
		"database_unavailable",
		{
			detail: "Something else was changing the same data. Nothing was changed; try again.",
			retryAfter: 1,
		},
	],
	"53300": ["database_unavailable", { retryAfter: 5 }],
	"57P01": ["database_unavailable", { retryAfter: 5 }],
	"57P03": ["database_unavailable", { retryAfter: 5 }],
};

/** Turns whatever was thrown into the one error class; what is not recognised becomes `internal`, its text kept back. */
export function toAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	if (error instanceof ZodError)
		return new AppError("invalid_input", { fields: fieldErrors(error), cause: error });
	const state = sqlState(error);
	const known = state === undefined ? undefined : states[state];
	if (known) return new AppError(known[0], { ...known[1], cause: error });
	return new AppError("internal", { cause: error });
}

const prismaCodes: Record<string, string> = {
	P2002: "23505",
	P2003: "23503",
	P2004: "23514",
	P2000: "22001",
};

/** What Prisma keeps of the database's error when it has no code of its own for it. */
const wrapped = z.object({
	meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

function sqlState(error: unknown): string | undefined {
	const inside = wrapped.safeParse(error).data?.meta.driverAdapterError.cause.originalCode;
	if (inside !== undefined) return inside;
	if (typeof error !== "object" || error === null) return undefined;
	if (!("code" in error) || typeof error.code !== "string") return undefined;
	return /^[0-9A-Z]{5}$/.test(error.code) && !(error.code in prismaCodes)
		? error.code
		: prismaCodes[error.code];
}

/** The messages of a failed validation, one a field, its path joined by dots. */
export function fieldErrors(error: ZodError): FieldError[] {
	return error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

/** The answer to a refused request: RFC 9457 problem JSON with the request's id. Unexpected errors are logged here. */
export function problemResponse(thrown: unknown, requestId: string): Response {
	const error = toAppError(thrown);
	if (error.status >= 500) log().error({ err: error.cause ?? error, requestId }, error.message);
	const { title } = problems[error.code];
	const body = {
		type: `urn:guildhall:problem:${error.code}`,
		code: error.code,
		title,
		status: error.status,
		...(error.detail === undefined ? {} : { detail: error.detail }),
		...(error.fields === undefined ? {} : { errors: error.fields }),
		...(error.current === undefined ? {} : { current: error.current }),
		requestId,
	};
	const headers = new Headers({
		"content-type": "application/problem+json",
		"cache-control": "no-store",
		[requestHeaders.id]: requestId,
	});
	if (error.retryAfter !== undefined) headers.set("retry-after", String(Math.ceil(error.retryAfter)));
	return new Response(JSON.stringify(body), { status: error.status, headers });
}
