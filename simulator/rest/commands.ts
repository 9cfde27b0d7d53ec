import { type Context, Hono } from "hono";
import { COMMANDS } from "@/prisma/seed/population/commands";
import { missingAccess, unknownApplication } from "../errors";
import { requireBot } from "../identity";
import { commandShape } from "../shapes/command";
import type { SimulatorState } from "../state";
import { snowflakeParam } from "./input";

/** `/applications/{id}/commands` and the same for one guild: what the bot has registered. */
export function commandRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const { world, client } = state;

	const requireOwn = (context: Context) => {
		requireBot(state, context);
		if (snowflakeParam(context, "application_id") !== client.clientId) throw unknownApplication();
	};

	routes.get("/:application_id/commands", (context) => {
		requireOwn(context);
		const global = COMMANDS.filter((command) => command.guild === undefined);
		return context.json(global.map((command) => commandShape(world, command, client.clientId)));
	});

	routes.get("/:application_id/guilds/:guild_id/commands", (context) => {
		requireOwn(context);
		const guild = state.guild(snowflakeParam(context, "guild_id"));
		if (!guild || !state.member(guild.id, world.application.bot.id)) throw missingAccess();
		const own = COMMANDS.filter((command) => command.guild === guild.key);
		return context.json(own.map((command) => commandShape(world, command, client.clientId)));
	});

	return routes;
}
