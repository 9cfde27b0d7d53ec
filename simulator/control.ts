import { Hono } from "hono";
import { z } from "zod";
import { answerError } from "./errors";
import { knob } from "./knobs";
import type { Stage } from "./play/stage";
import type { SimulatorState } from "./state";
import { dumpGuild } from "./state/dump";

const request = z.union([knob.transform((one) => [one]), z.array(knob)]);

const playRequest = z.strictObject({
	/** Events a second; null for as fast as they are taken. */
	rate: z.number().positive().nullable(),
	seconds: z.number().positive().optional(),
	events: z.number().int().positive().optional(),
	guildId: z
		.string()
		.regex(/^\d{1,20}$/)
		.optional(),
	seed: z.number().int().optional(),
});

/** `/_simulator`: how tests make Discord misbehave, and see what was asked of it and what is true in it. */
export function controlRoutes(state: SimulatorState, stage: Stage): Hono {
	const routes = new Hono();
	routes.onError(answerError);

	routes.post("/knobs", async (context) => {
		const parsed = request.safeParse(await context.req.json().catch(() => undefined));
		if (!parsed.success) return context.json({ message: z.prettifyError(parsed.error) }, 400);
		for (const one of parsed.data) state.turn(one);
		return context.body(null, 204);
	});

	routes.get("/log", (context) => context.json(state.log.entries()));

	routes.get("/state/:guild_id", (context) => {
		return context.json(dumpGuild(state.core, state.core.guild(context.req.param("guild_id"))));
	});

	routes.get("/gateway", (context) =>
		context.json({
			backlog: state.gateway.backlog(),
			sessions: [...state.gateway.sessions].map(({ id, sequence, waiting, socket, settings }) => ({
				id,
				sequence,
				waiting,
				connected: socket !== null,
				shard: settings.shard,
				intents: settings.intents,
			})),
		}),
	);

	routes.get("/play", (context) => context.json(stage.status));

	routes.post("/play", async (context) => {
		const parsed = playRequest.safeParse(await context.req.json().catch(() => undefined));
		if (!parsed.success) return context.json({ message: z.prettifyError(parsed.error) }, 400);
		const { rate, seconds, events, guildId, seed } = parsed.data;
		if (guildId !== undefined) state.core.guild(guildId);
		await stage.begin({
			rate: rate ?? Number.POSITIVE_INFINITY,
			...(seconds !== undefined && { seconds }),
			...(events !== undefined && { events }),
			...(guildId !== undefined && { guildId }),
			...(seed !== undefined && { seed }),
		});
		return context.body(null, 204);
	});

	routes.delete("/play", async (context) => {
		await stage.end();
		return context.json(stage.status);
	});

	return routes;
}
