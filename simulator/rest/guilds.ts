import { type Context, Hono } from "hono";
import { unknownVoiceState } from "../errors";
import { countsShape, guildShape, roleAnswer } from "../shapes/guild";
import { openThreads } from "../shapes/guild-create";
import { inviteShape } from "../shapes/invite";
import type { SimulatorState } from "../state";
import { botGuild } from "./access";
import { flagQuery, snowflakeParam } from "./input";

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

	routes.get("/:guild_id/channels", (context) => context.json([...guildOf(context).channels.values()]));
	routes.get("/:guild_id/roles", (context) =>
		context.json([...guildOf(context).roles.values()].map(roleAnswer)),
	);
	routes.get("/:guild_id/emojis", (context) => context.json([...guildOf(context).emojis.values()]));
	routes.get("/:guild_id/stickers", (context) => context.json([...guildOf(context).stickers.values()]));

	routes.get("/:guild_id/threads/active", (context) => {
		const guild = guildOf(context);
		const threads = openThreads(guild, state.botId);
		const members = threads.flatMap((thread) => ("member" in thread ? [thread.member] : []));
		return context.json({ threads, members, has_more: false });
	});

	routes.get("/:guild_id/voice-states/:user_id", (context) => {
		const guild = guildOf(context);
		const userId = snowflakeParam(context, "user_id");
		const voice = guild.voice.get(userId);
		if (!voice) throw unknownVoiceState();
		return context.json({ ...voice, member: guild.members.get(userId) });
	});

	routes.get("/:guild_id/invites", (context) => {
		const guild = botGuild(state, context, "ManageGuild");
		const living = [...guild.invites.values()].filter(({ channel_id }) => guild.channels.has(channel_id));
		return context.json(living.map((invite) => inviteShape(guild, invite)));
	});

	routes.get("/:guild_id/webhooks", (context) => {
		const guild = botGuild(state, context, "ManageWebhooks");
		return context.json([...guild.webhooks.values()]);
	});

	return routes;
}
