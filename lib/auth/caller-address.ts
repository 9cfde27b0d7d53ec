import "server-only";
import { headers } from "next/headers";

/** The caller's network address as the proxy in front reports it; `unknown` without one. */
export async function callerAddress(): Promise<string> {
	const forwarded = (await headers()).get("x-forwarded-for");
	return forwarded?.split(",").at(-1)?.trim() || "unknown";
}
