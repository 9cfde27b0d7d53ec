import { type Context, Hono } from "hono";
import type { WorldGuild } from "@/prisma/seed/world/types";
import { missingAccess, unknownGuild, unknownMember, unknownUser } from "../errors";
import { requireBot } from "../identity";
import { channelShape } from "../shapes/channel";
import { guildShape, roleShape } from "../shapes/guild";
import { memberShape } from "../shapes/user";
import type { SimulatorState } from "../state";
import { flagQuery, limitQuery, snowflakeParam, snowflakeQuery } from "./input";

/** `/guilds`: what the bot may read of the guilds it is in. */
export function guildRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const guildOf = (context: Context) => botGuild(state, context);

	routes.get("/:guild_id", (context) => {
		const guild = guildOf(context);
		return context.json(guildShape(guild, flagQuery(context, "with_counts")));
	});

	routes.get("/:guild_id/channels", (context) => {
		const guild = guildOf(context);
		return context.json(guild.channels.map((channel) => channelShape(channel, guild.id)));
	});

	routes.get("/:guild_id/roles", (context) => context.json(guildOf(context).roles.map(roleShape)));

	routes.get("/:guild_id/members", (context) => {
		const guild = guildOf(context);
		const after = snowflakeQuery(context, "after") ?? 0n;
		const limit = limitQuery(context, { max: 1000, fallback: 1 });
		const page = state.members(guild).filter((member) => BigInt(member.userId) > after);
		return context.json(
			page.slice(0, limit).flatMap((member) => {
				const user = state.user(member.userId);
				return user ? [memberShape(member, user)] : [];
			}),
		);
	});

	routes.get("/:guild_id/members/:user_id", (context) => {
		const guild = guildOf(context);
		const user = state.user(snowflakeParam(context, "user_id"));
		if (!user) throw unknownUser();
		const member = state.member(guild.id, user.id);
		if (!member) throw unknownMember();
		return context.json(memberShape(member, user));
	});

	return routes;
}

/** The guild of the path. @throws DiscordError 404 when there is none, 403 when the bot is not in it */
function botGuild(state: SimulatorState, context: Context): WorldGuild {
	requireBot(state, context);
	const guild = state.guild(snowflakeParam(context, "guild_id"));
	if (!guild) throw unknownGuild();
	if (!state.member(guild.id, state.world.application.bot.id)) throw missingAccess();
	return guild;
}
