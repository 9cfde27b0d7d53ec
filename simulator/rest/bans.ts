import { Hono } from "hono";
import { z } from "zod";
import { missingPermissions } from "../errors";
import type { SimulatorState } from "../state";
import { compareIds } from "../state/ids";
import { botActor, botGuild, requireAbove } from "./access";
import { jsonBody } from "./body";
import { limitQuery, snowflakeParam, snowflakeQuery } from "./input";

const DAY = 86_400;
const banRequest = z.object({
	delete_message_seconds: z
		.number()
		.int()
		.min(0)
		.max(7 * DAY)
		.nullish(),
	delete_message_days: z.number().int().min(0).max(7).nullish(),
});

/** `/guilds/{id}/bans`. */
export function banRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/:guild_id/bans", (context) => {
		const guild = botGuild(state, context, "BanMembers");
		const after = snowflakeQuery(context, "after") ?? 0n;
		const limit = limitQuery(context, { max: 1000, fallback: 1000 });
		const bans = [...guild.bans.values()].filter(({ user }) => BigInt(user.id) > after);
		bans.sort((one, other) => compareIds(one.user.id, other.user.id));
		return context.json(bans.slice(0, limit));
	});

	routes.get("/:guild_id/bans/:user_id", (context) => {
		const guild = botGuild(state, context, "BanMembers");
		return context.json(state.bans.get(guild.id, snowflakeParam(context, "user_id")));
	});

	routes.put("/:guild_id/bans/:user_id", async (context) => {
		const guild = botGuild(state, context, "BanMembers");
		const userId = snowflakeParam(context, "user_id");
		const body = await jsonBody(context, banRequest);
		if (userId === state.botId) throw missingPermissions();
		requireAbove(state, guild, userId);
		const seconds = body.delete_message_seconds ?? (body.delete_message_days ?? 0) * DAY;
		state.bans.add(guild.id, userId, botActor(state, context), seconds);
		return context.body(null, 204);
	});

	routes.delete("/:guild_id/bans/:user_id", (context) => {
		const guild = botGuild(state, context, "BanMembers");
		state.bans.remove(guild.id, snowflakeParam(context, "user_id"), botActor(state, context));
		return context.body(null, 204);
	});

	return routes;
}
