import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import { type GuildScope, inGuild } from "@/lib/auth/scope";
import {
	type DeclaredRoute,
	type Inputs,
	parseInputs,
	type RouteContext,
	type RouteSpec,
	respond,
} from "./route";

/**
 * Declares a route below `/api/v1/guilds/{guildId}`: who may call it, what it takes, what it answers. The input is
 * validated inside the scope, so that someone without access learns nothing, not even which fields exist.
 */
export function guildRoute<
	R extends z.ZodType,
	P extends z.ZodObject = z.ZodObject,
	Q extends z.ZodObject = z.ZodObject,
	B extends z.ZodType = z.ZodType,
>(
	spec: RouteSpec<P, Q, B, R> & {
		permission: Permission;
		handler: (call: Inputs<P, Q, B> & { guild: GuildScope }) => Promise<z.input<R>>;
	},
): DeclaredRoute {
	const route = async (request: NextRequest, context: RouteContext) => {
		const { guildId = "", ...params } = await context.params;
		return respond(request, spec, (caller, body) =>
			inGuild(
				guildId,
				spec.permission,
				(guild) => spec.handler({ ...parseInputs(spec, request, params, body), guild }),
				{ caller, costly: spec.costly ?? (spec.limit === "search" || spec.limit === "export") },
			),
		);
	};
	return Object.assign(route, { spec });
}
