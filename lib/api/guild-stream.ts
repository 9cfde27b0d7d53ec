import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import { type Actor, type Caller, type GuildScope, inGuild } from "@/lib/auth/scope";
import { requestHeaders } from "@/lib/request-headers";
import { type DeclaredRoute, parseInputs, type RouteContext, type RouteSpec, respond } from "./route";

type Opening<Q extends z.ZodType> = {
	guildId: string;
	query: z.output<Q>;
	actor: Actor;
	caller: Caller;
	/** Aborted when the other side is gone. */
	signal: AbortSignal;
};

/**
 * Declares a route below `/api/v1/guilds/{guildId}` that answers with server-sent events, whose data is of the shape
 * `response`. Guarded like any other; opening it counts as one request. The scope is left before the stream begins, since
 * it would hold a connection: `open` makes sure that whoever may no longer read gets no more events.
 */
export function guildStream<Q extends z.ZodObject, R extends z.ZodType>(
	spec: RouteSpec<z.ZodObject, Q, z.ZodType, R> & {
		permission: Permission;
		open: (opening: Opening<Q>) => Promise<ReadableStream<Uint8Array>>;
	},
): DeclaredRoute {
	const route = async (request: NextRequest, context: RouteContext) => {
		const { guildId = "", ...params } = await context.params;
		return respond(request, spec, async (caller) => {
			const enter = async ({ actor }: GuildScope) => {
				const { query } = parseInputs(spec, request, params, undefined);
				return { actor, query };
			};
			const entered = await inGuild(guildId, spec.permission, enter, { caller });
			const opening = { guildId, ...entered, caller, signal: request.signal };
			const body = request.method === "HEAD" ? null : await spec.open(opening);
			return new Response(body, { headers: headersOf(caller.requestId) });
		});
	};
	return Object.assign(route, { spec: { ...spec, stream: true } });
}

/** Nobody on the way may keep it, or hold it back until there is more of it: `no-transform` also forbids compression. */
function headersOf(id: string): Record<string, string> {
	return {
		"content-type": "text/event-stream; charset=utf-8",
		"cache-control": "private, no-cache, no-transform",
		"x-accel-buffering": "no",
		[requestHeaders.id]: id,
	};
}
