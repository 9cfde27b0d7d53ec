import "server-only";
import { isIP } from "node:net";
import { headers } from "next/headers";

/** The caller's network address as the proxy in front reports it; `unknown` without one. */
export async function callerAddress(): Promise<string> {
	return addressIn(await headers());
}

/** The same, from a request's headers. */
export function addressIn(head: Pick<Headers, "get">): string {
	const forwarded = head.get("x-forwarded-for");
	const nearest = forwarded?.split(",").at(-1)?.trim() ?? "";
	return isIP(nearest) === 0 ? "unknown" : nearest;
}
