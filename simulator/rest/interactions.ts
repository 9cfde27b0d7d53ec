import { Hono } from "hono";
import { z } from "zod";
import { unknownInteraction } from "../errors";
import type { SimulatorState } from "../state";
import { jsonBody } from "./body";

const ephemeralFlag = 64;
const response = z.object({
	type: z.number().int(),
	data: z
		.looseObject({ content: z.string().max(2000).nullish(), flags: z.number().int().nullish() })
		.nullish(),
});

/** `/interactions/{id}/{token}/callback`: the bot answers; type 4 writes a message, the others only acknowledge. */
export function interactionRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.post("/:interaction_id/:token/callback", async (context) => {
		const { interaction_id: id, token } = context.req.param();
		const guild = [...state.core.guilds.values()].find(({ interactions }) =>
			interactions.some((one) => one.id === id && one.token === token),
		);
		if (!guild) throw unknownInteraction();
		const { type, data } = await jsonBody(context, response);
		const ephemeral = ((data?.flags ?? 0) & ephemeralFlag) !== 0;
		if (type === 4) state.interactions.respond(guild.id, id, data?.content ?? "", ephemeral);
		return context.body(null, 204);
	});

	return routes;
}
