import { Hono } from "hono";
import { unauthorized } from "../errors";
import { identify, requireBot } from "../identity";
import { applicationShape, privateApplicationShape } from "../shapes/application";
import { timestamp } from "../shapes/user";
import type { SimulatorState } from "../state";

/** `/applications` and what `/oauth2` says about the application and the authorization in use. */
export function applicationRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const { clientId, redirectUris } = state.client;

	for (const path of ["/applications/@me", "/oauth2/applications/@me"]) {
		routes.get(path, (context) => {
			requireBot(state, context);
			return context.json(privateApplicationShape(state.world, clientId, redirectUris ?? []));
		});
	}

	routes.get("/oauth2/@me", (context) => {
		const identity = identify(state, context.req.header("authorization"));
		if (identity?.kind !== "user") throw unauthorized();
		const user = state.user(identity.userId);
		return context.json({
			application: applicationShape(state.world, clientId),
			scopes: identity.scopes,
			expires: timestamp(identity.expiresAt),
			...(user && identity.scopes.includes("identify") && { user }),
		});
	});

	return routes;
}
