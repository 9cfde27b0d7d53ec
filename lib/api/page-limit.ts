import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { addressIn } from "@/lib/auth/caller-address";
import { sessionTokenIn } from "@/lib/auth/token";
import { AppError } from "@/lib/errors";
import { consume } from "./rate-limit";

/**
 * Counts one request for a page, of whoever holds the session in its cookie, or else of its address. A prefetch counts as
 * a page: Next shows a proxy no difference.
 * @returns the seconds to wait when there were too many; undefined when it may go on
 */
export async function pageWait(request: NextRequest): Promise<number | undefined> {
	const address = addressIn(request.headers);
	const token = sessionTokenIn(request.cookies);
	try {
		if (token === undefined) {
			await consume("pageStranger", address);
		} else {
			await consume("pageAddress", address);
			await consume("page", createHash("sha256").update(token).digest("base64url"));
		}
		return undefined;
	} catch (error) {
		if (error instanceof AppError && error.code === "rate_limited") return error.retryAfter;
		throw error;
	}
}
