import { createHash } from "node:crypto";

export type RateLimitSettings = {
	/** Requests one caller may make to one route in a window. */
	limit: number;
	windowMs: number;
};

export type RateLimitAnswer = {
	allowed: boolean;
	/** Seconds until the window ends. */
	resetAfter: number;
	headers: Record<string, string>;
};

/** Fixed windows per route and caller, reported in Discord's `X-RateLimit-*` headers. */
export class RateLimiter {
	readonly #settings: RateLimitSettings;
	readonly #windows = new Map<string, { used: number; endsAt: number }>();

	constructor(settings: RateLimitSettings) {
		this.#settings = settings;
	}

	/** Counts one request; `now` in milliseconds. */
	hit(route: string, caller: string, now: number): RateLimitAnswer {
		const key = `${route} ${caller}`;
		let window = this.#windows.get(key);
		if (!window || window.endsAt <= now) {
			window = { used: 0, endsAt: now + this.#settings.windowMs };
			this.#windows.set(key, window);
		}
		window.used += 1;
		const resetAfter = (window.endsAt - now) / 1000;
		return {
			allowed: window.used <= this.#settings.limit,
			resetAfter,
			headers: {
				"X-RateLimit-Limit": String(this.#settings.limit),
				"X-RateLimit-Remaining": String(Math.max(0, this.#settings.limit - window.used)),
				"X-RateLimit-Reset": (window.endsAt / 1000).toFixed(3),
				"X-RateLimit-Reset-After": resetAfter.toFixed(3),
				"X-RateLimit-Bucket": createHash("md5").update(route).digest("hex"),
			},
		};
	}

	clear(): void {
		this.#windows.clear();
	}
}

/**
 * Discord's 429.
 * @param retryAfter seconds, sent as a fraction in the body and rounded up in `Retry-After`
 */
export function rateLimited(
	retryAfter: number,
	scope: "user" | "global" | "shared",
	headers: Record<string, string> = {},
): Response {
	const global = scope === "global";
	return Response.json(
		{ message: "You are being rate limited.", code: 0, retry_after: retryAfter, global },
		{
			status: 429,
			headers: {
				...headers,
				"Retry-After": String(Math.ceil(retryAfter)),
				"X-RateLimit-Scope": scope,
				...(global && { "X-RateLimit-Global": "true" }),
			},
		},
	);
}
