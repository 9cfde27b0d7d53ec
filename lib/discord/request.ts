import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** How long Discord may take, in milliseconds; a page waits for it. */
const TIMEOUT_MS = 5_000;

const rateLimit = z.object({ retry_after: z.number().nonnegative() });

/**
 * One request to Discord's API.
 * @param path starts with a slash and is added to `DISCORD_API_URL`
 * @returns the status and the parsed JSON; 401 and other 4xx are the caller's to judge
 * @throws AppError discord_unavailable on 429 (with `retryAfter` in whole seconds), 5xx, time-out, a broken
 *   connection, or an answer that is not JSON
 */
export async function discordRequest(
	path: string,
	init: { method?: "GET" | "POST"; headers: Record<string, string>; body?: URLSearchParams },
): Promise<{ status: number; body: unknown }> {
	try {
		const response = await fetch(`${env().DISCORD_API_URL}${path}`, {
			...init,
			cache: "no-store",
			redirect: "error",
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		if (response.status === 429) throw await tooMany(response);
		if (response.status >= 500) throw unavailable(`Discord answered ${response.status} to ${path}`);
		return { status: response.status, body: await response.json() };
	} catch (error) {
		throw error instanceof AppError ? error : unavailable(error);
	}
}

/**
 * Reads an answer as `schema` says.
 * @throws AppError discord_unavailable when Discord sent something else
 */
export function readAnswer<Output>(schema: z.ZodType<Output>, body: unknown): Output {
	const result = schema.safeParse(body);
	if (!result.success) throw unavailable(result.error);
	return result.data;
}

const unavailable = (cause: unknown) => new AppError("discord_unavailable", { cause });

/** Discord names the wait in the body, to the millisecond; proxies before it only in the header. */
async function tooMany(response: Response): Promise<AppError> {
	const body = rateLimit.safeParse(await response.json().catch(() => undefined));
	const header = Number(response.headers.get("retry-after") ?? Number.NaN);
	const seconds = body.success ? body.data.retry_after : header;
	return new AppError("discord_unavailable", {
		cause: "Discord answered 429",
		...(Number.isFinite(seconds) && { retryAfter: Math.ceil(seconds) }),
	});
}
