import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import { callerName, identify } from "./identity";
import type { Fault } from "./knobs";
import { rateLimited } from "./rate-limit";
import type { LoggedRequest } from "./request-log";
import type { SimulatorState } from "./state";

export type SimulatorEnv = { Bindings: HttpBindings };

/** Notes every request and lets it run into the faults that wait for it, before any route answers. */
export function traffic(state: SimulatorState): MiddlewareHandler<SimulatorEnv> {
	return async (context, next) => {
		const entry: LoggedRequest = {
			at: new Date(state.now()).toISOString(),
			method: context.req.method,
			path: context.req.path,
			query: context.req.query(),
			identity: callerName(identify(state, context.req.header("authorization"))),
			status: null,
		};
		state.log.add(entry);
		for (const fault of state.faults.take(context.req.method, context.req.path)) {
			const answer = await suffer(fault, context);
			if (answer) {
				entry.status = fault.kind === "drop" ? null : answer.status;
				return answer;
			}
		}
		await next();
		entry.status = context.res.status;
		return undefined;
	};
}

async function suffer(fault: Fault, context: Context<SimulatorEnv>): Promise<Response | undefined> {
	switch (fault.kind) {
		case "delay":
			await wait(fault.ms, undefined, { ref: false });
			return undefined;
		case "rate_limit":
			return rateLimited(fault.retryAfter, fault.scope);
		case "fail":
			return context.json(
				{ message: `${fault.status}: ${failureText[fault.status]}`, code: 0 },
				fault.status,
			);
		case "drop":
			context.env.incoming.socket.destroy();
			return RESPONSE_ALREADY_SENT;
	}
}

const failureText = { 500: "Internal Server Error", 502: "Bad Gateway" } as const;

/** Counts API requests per caller and route, and refuses those over the limit. */
export function rateLimits(state: SimulatorState): MiddlewareHandler<SimulatorEnv> {
	return async (context, next) => {
		const caller = callerName(identify(state, context.req.header("authorization"))) ?? "anonymous";
		const answer = state.limiter.hit(
			`${context.req.method} ${routeOf(context.req.path)}`,
			caller,
			state.now(),
		);
		if (!answer.allowed) return rateLimited(answer.resetAfter, "user", answer.headers);
		await next();
		for (const [name, value] of Object.entries(answer.headers)) context.res.headers.set(name, value);
		return undefined;
	};
}

/** Discord's buckets keep the first id of a path apart and count all later ones together. */
function routeOf(path: string): string {
	const [first, ...rest] = path.split(/(?=\/\d{5,20}(?:\/|$))/);
	return [first, ...rest.map((part, index) => (index === 0 ? part : part.replace(/^\/\d+/, "/:id")))].join(
		"",
	);
}
