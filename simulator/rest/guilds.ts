import { type Context, Hono } from "hono";
import { missingAccess, unknownGuild, unknownMember, unknownUser } from "../errors";
import { requireBot } from "../identity";
import { countsShape, guildShape, roleAnswer } from "../shapes/guild";
import type { SimulatorState } from "../state";
import { compareIds } from "../state/ids";
import type { LivingGuild } from "../state/types";
import { flagQuery, limitQuery, snowflakeParam, snowflakeQuery } from "./input";

/** `/guilds`: what the bot may read of the guilds it is in. */
export function guildRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const guildOf = (context: Context) => botGuild(state, context);

	routes.get("/:guild_id", (context) => {
		const guild = guildOf(context);
		return context.json({
			...guildShape(guild),
			...(flagQuery(context, "with_counts") && countsShape(guild)),
		});
	});

	routes.get("/:guild_id/channels", (context) => {
		const guild = guildOf(context);
		return context.json([...guild.channels.values()]);
	});

	routes.get("/:guild_id/roles", (context) =>
		context.json([...guildOf(context).roles.values()].map(roleAnswer)),
	);

	routes.get("/:guild_id/members", (context) => {
		const guild = guildOf(context);
		const after = snowflakeQuery(context, "after") ?? 0n;
		const limit = limitQuery(context, { max: 1000, fallback: 1 });
		const page = [...guild.members.values()].filter((member) => BigInt(member.user.id) > after);
		page.sort((one, other) => compareIds(one.user.id, other.user.id));
		return context.json(page.slice(0, limit));
	});

	routes.get("/:guild_id/members/:user_id", (context) => {
		const guild = guildOf(context);
		const user = state.user(snowflakeParam(context, "user_id"));
		if (!user) throw unknownUser();
		const member = state.member(guild.id, user.id);
		if (!member) throw unknownMember();
		return context.json(member);
	});

	return routes;
}

/** The guild of the path. @throws DiscordError 404 when there is none, 403 when the bot is not in it */
function botGuild(state: SimulatorState, context: Context): LivingGuild {
	requireBot(state, context);
	const guild = state.guild(snowflakeParam(context, "guild_id"));
	if (!guild) throw unknownGuild();
	if (!state.member(guild.id, state.world.application.bot.id)) throw missingAccess();
	return guild;
}
