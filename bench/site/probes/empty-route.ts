import type { NextRequest } from "next/server";

/** Answers what a route handler costs that does nothing; reading the address keeps the answer from being built once. */
export function GET(request: NextRequest): Response {
	return Response.json({ path: request.nextUrl.pathname });
}
