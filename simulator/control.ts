import { Hono } from "hono";
import { z } from "zod";
import { knob } from "./knobs";
import type { SimulatorState } from "./state";

const request = z.union([knob.transform((one) => [one]), z.array(knob)]);

/** `/_simulator`: how tests make Discord misbehave and see what was asked of it. */
export function controlRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.post("/knobs", async (context) => {
		const parsed = request.safeParse(await context.req.json().catch(() => undefined));
		if (!parsed.success) return context.json({ message: z.prettifyError(parsed.error) }, 400);
		for (const one of parsed.data) state.turn(one);
		return context.body(null, 204);
	});

	routes.get("/log", (context) => context.json(state.log.entries()));

	return routes;
}
