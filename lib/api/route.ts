import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { addressIn } from "@/lib/auth/caller-address";
import type { Permission } from "@/lib/auth/permissions";
import { requestIdIn } from "@/lib/auth/request-id";
import type { Caller } from "@/lib/auth/scope";
import { type Credential, credentialIn } from "@/lib/auth/token";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { requestHeaders } from "@/lib/request-headers";
import { namesTag } from "./etag";
import { problemResponse } from "./problem";
import { consume, count, type LimitName, refuseSpent } from "./rate-limit";

/** What a route declares at its export: everything the OpenAPI document and the tests need to know of it. */
export type RouteSpec<
	P extends z.ZodObject,
	Q extends z.ZodObject,
	B extends z.ZodType,
	R extends z.ZodType,
> = {
	summary: string;
	/** Path parameters besides `guildId`. */
	params?: P;
	query?: Q;
	/** The JSON body of a write. */
	body?: B;
	/** The shape of the answer; `z.null()` means 204 without a body. */
	response: R;
	/** 200 unless said otherwise. */
	status?: 200 | 201;
	limit?: LimitName;
	/** It may take seconds: see `ScopeOptions`. So may whatever has the limit of searches or exports. */
	costly?: boolean;
	/** Answer 304 when the caller has this very answer already. */
	etag?: boolean;
	/** The answer is a stream of server-sent events, each with data of the shape `response`. */
	stream?: boolean;
	/** The answer is a file of any length: a list of the shape `response`, or the same as CSV. */
	file?: boolean;
};

export type Inputs<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
	params: z.output<P>;
	query: z.output<Q>;
	body: z.output<B>;
};

export type RouteContext = { params: Promise<Record<string, string>> };

/** A route handler that carries its own declaration. */
export type DeclaredRoute = ((request: NextRequest, context: RouteContext) => Promise<Response>) & {
	spec: RouteSpec<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType> & { permission?: Permission };
};

const MAX_BODY_BYTES = 256 * 1024;

/**
 * The order every request goes through: credential, origin, rate limit, read, then `run` (which opens the scope,
 * validates and works), answer, and one place where errors become problem JSON.
 * @param run receives the caller, so that its work is logged under the request id in the response
 */
export async function respond<R extends z.ZodType>(
	request: NextRequest,
	spec: {
		limit?: LimitName;
		status?: number;
		etag?: boolean;
		body?: z.ZodType;
		response: R;
	},
	run: (caller: Caller, body: unknown) => Promise<z.input<R> | Response>,
): Promise<Response> {
	const id = requestIdIn(request.headers);
	const address = addressIn(request.headers);
	try {
		await refuseSpent("stranger", address);
		const caller = credentialIn(request.headers, request.cookies);
		const writes = request.method !== "GET" && request.method !== "HEAD";
		if (caller === undefined)
			throw new AppError("unauthenticated", { detail: "Sign in, or send an API token." });
		if (writes && caller.kind === "session") refuseForeignOrigin(request);
		await consume(spec.limit ?? (writes ? "write" : "read"), callerKey(caller));
		const body = spec.body === undefined ? undefined : await readJson(request);
		const answer = await run({ token: caller.token, requestId: id }, body);
		if (answer instanceof Response) return answer;
		return answer === null ? empty(id) : json(request, answer, spec, id);
	} catch (error) {
		if (error instanceof AppError && error.code === "unauthenticated") await count("stranger", address);
		return problemResponse(error, id);
	}
}

/** Reads whichever inputs the route declared. @throws ZodError, which becomes `invalid_input` */
export function parseInputs<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
	spec: { params?: P; query?: Q; body?: B },
	request: NextRequest,
	params: Record<string, string>,
	body: unknown,
): Inputs<P, Q, B> {
	return {
		params: spec.params?.parse(params) as z.output<P>,
		query: spec.query?.parse(searchRecord(request.nextUrl.searchParams)) as z.output<Q>,
		body: spec.body?.parse(body) as z.output<B>,
	};
}

/** `?a=1&b=2&b=3` → `{ a: "1", b: ["2", "3"] }`. */
export function searchRecord(search: URLSearchParams): Record<string, string | string[]> {
	const keys = [...new Set(search.keys())];
	return Object.fromEntries(
		keys.map((key) => {
			const values = search.getAll(key);
			return [key, values.length === 1 ? (values[0] ?? "") : values];
		}),
	);
}

/** The cookie is ambient authority, so a write by cookie must come from one of our own pages. */
function refuseForeignOrigin(request: NextRequest): void {
	const origin = request.headers.get("origin");
	if (origin !== new URL(env().NEXTAUTH_URL).origin) throw new AppError("wrong_origin");
}

function callerKey(caller: Credential): string {
	return createHash("sha256").update(caller.token).digest("base64url");
}

async function readJson(request: NextRequest): Promise<unknown> {
	if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
		throw new AppError("unsupported_media_type", { detail: "Send the body as application/json." });
	}
	if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw new AppError("too_large");
	const text = await readText(request.body, MAX_BODY_BYTES);
	try {
		return JSON.parse(text) as unknown;
	} catch (cause) {
		throw new AppError("bad_request", { detail: "The body is not valid JSON.", cause });
	}
}

/** A body without a declared length is read no further than the limit: nobody fills the memory by not ending. */
async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string> {
	if (body === null) return "";
	const chunks: Uint8Array[] = [];
	const reader = body.getReader();
	let bytes = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		bytes += read.value.byteLength;
		chunks.push(read.value);
		if (bytes <= limit) continue;
		await reader.cancel();
		throw new AppError("too_large");
	}
	return new TextDecoder().decode(Buffer.concat(chunks));
}

function json(
	request: NextRequest,
	answer: unknown,
	spec: { status?: number; etag?: boolean },
	id: string,
): Response {
	const text = JSON.stringify(answer);
	const head = new Headers({
		"content-type": "application/json",
		"cache-control": "private, no-cache",
		[requestHeaders.id]: id,
	});
	if (spec.etag) {
		const tag = `"${createHash("sha1").update(text).digest("base64url")}"`;
		head.set("etag", tag);
		if (namesTag(request.headers.get("if-none-match"), tag))
			return new Response(null, { status: 304, headers: head });
	}
	// With a known length it needs no chunks, whose end would be a separate write.
	head.set("content-length", String(Buffer.byteLength(text)));
	return new Response(request.method === "HEAD" ? null : text, { status: spec.status ?? 200, headers: head });
}

function empty(id: string): Response {
	return new Response(null, {
		status: 204,
		headers: { "cache-control": "no-store", [requestHeaders.id]: id },
	});
}
