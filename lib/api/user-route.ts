import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { inUser, type UserScope } from "@/lib/auth/scope";
import {
	type DeclaredRoute,
	type Inputs,
	parseInputs,
	type RouteContext,
	type RouteSpec,
	respond,
} from "./route";

/** Declares a route about the person who calls it: `/api/v1/me/…`. */
export function userRoute<
	R extends z.ZodType,
	P extends z.ZodObject = z.ZodObject,
	Q extends z.ZodObject = z.ZodObject,
	B extends z.ZodType = z.ZodType,
>(
	spec: RouteSpec<P, Q, B, R> & {
		handler: (call: Inputs<P, Q, B> & { user: UserScope }) => Promise<z.input<R>>;
	},
): DeclaredRoute {
	const route = async (request: NextRequest, context: RouteContext) => {
		const params = await context.params;
		return respond(request, spec, (caller, body) =>
			inUser((user) => spec.handler({ ...parseInputs(spec, request, params, body), user }), caller),
		);
	};
	return Object.assign(route, { spec });
}
