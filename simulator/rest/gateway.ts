import { Hono } from "hono";
import { requireBot } from "../identity";
import type { SimulatorState } from "../state";

/** Discord's limits for a small bot; several shards may identify at once, so that nobody waits in a test. */
const sessionStartLimit = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 16 };

/** `/gateway`: where to connect. */
export function gatewayRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/", (context) => context.json({ url: state.gateway.url }));

	routes.get("/bot", (context) => {
		requireBot(state, context);
		return context.json({ url: state.gateway.url, shards: 1, session_start_limit: sessionStartLimit });
	});

	return routes;
}
