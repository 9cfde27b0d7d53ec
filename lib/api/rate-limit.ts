import "server-only";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Requests (`points`) per `duration` seconds, counted per session or token; `signIn` and `stranger` (credentials that turn
 * out to be none) per address, since whoever makes them up can make up as many as they like.
 */
export const limits = {
	signIn: { points: 30, duration: 60 },
	read: { points: 600, duration: 60 },
	search: { points: 120, duration: 60 },
	write: { points: 120, duration: 60 },
	export: { points: 10, duration: 60 },
	stranger: { points: 1200, duration: 60 },
} as const;

/**
 * Pages and what is fetched ahead of them, in multiples of `GUILDHALL_PAGES_PER_MINUTE`: `page` per session, `pageStranger` per address without one, and
 * `pageAddress` for all sessions of an address, since whoever makes up a cookie can make up another.
 */
const pageLimits = { page: 1, pageStranger: 1, pageAddress: 4 } as const;

export type LimitName = keyof typeof limits | keyof typeof pageLimits;

function limitOf(name: LimitName): { points: number; duration: number } {
	if (name in limits) return limits[name as keyof typeof limits];
	const share = pageLimits[name as keyof typeof pageLimits];
	return { points: share * env().GUILDHALL_PAGES_PER_MINUTE, duration: 60 };
}

const limiters = new Map<LimitName, Promise<RateLimiterAbstract>>();

async function create(name: LimitName): Promise<RateLimiterAbstract> {
	const options = { ...limitOf(name), keyPrefix: `guildhall:${name}` };
	if (env().REDIS_URL === "") return new RateLimiterMemory(options);
	const { Redis } = await import("ioredis");
	const storeClient = new Redis(env().REDIS_URL, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
	return new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: new RateLimiterMemory(options) });
}

function limiterOf(name: LimitName): Promise<RateLimiterAbstract> {
	let limiter = limiters.get(name);
	if (limiter === undefined) {
		limiter = create(name);
		limiters.set(name, limiter);
	}
	return limiter;
}

/**
 * Counts one request of `caller` against a limit: in memory, or in Redis when `REDIS_URL` is set (and in memory again
 * while Redis is away).
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function consume(name: LimitName, caller: string): Promise<void> {
	try {
		await (await limiterOf(name)).consume(caller);
	} catch (refused) {
		if (refused instanceof Error) throw refused;
		throw tooMany((refused as { msBeforeNext?: number }).msBeforeNext);
	}
}

/** Counts something against a limit that `refuseSpent` looks at before the next request. */
export async function count(name: LimitName, caller: string): Promise<void> {
	await (await limiterOf(name)).penalty(caller);
}

/** @throws AppError `rate_limited` when `caller` has nothing left of a limit, without counting this request */
export async function refuseSpent(name: LimitName, caller: string): Promise<void> {
	const state = await (await limiterOf(name)).get(caller);
	if (state !== null && state.remainingPoints <= 0) throw tooMany(state.msBeforeNext);
}

function tooMany(wait = 1000): AppError {
	const retryAfter = Math.max(1, Math.ceil(wait / 1000));
	return new AppError("rate_limited", { retryAfter, detail: `Wait ${retryAfter} s, then try again.` });
}
