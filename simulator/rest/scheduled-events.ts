import { Hono } from "hono";
import type { SimulatorState } from "../state";
import type { LivingScheduledEvent } from "../state/types";
import { botGuild } from "./access";
import { flagQuery, limitQuery, pageAfter, snowflakeParam } from "./input";

/** `/guilds/{id}/scheduled-events`. */
export function scheduledEventRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/:guild_id/scheduled-events", (context) => {
		const counts = flagQuery(context, "with_user_count");
		const events = [...botGuild(state, context).events.values()];
		return context.json(events.map((event) => eventAnswer(event, counts)));
	});

	routes.get("/:guild_id/scheduled-events/:event_id", (context) => {
		const event = state.events.get(botGuild(state, context).id, snowflakeParam(context, "event_id"));
		return context.json(eventAnswer(event, flagQuery(context, "with_user_count")));
	});

	routes.get("/:guild_id/scheduled-events/:event_id/users", (context) => {
		const guild = botGuild(state, context);
		const { users } = state.events.get(guild.id, snowflakeParam(context, "event_id"));
		const eventId = snowflakeParam(context, "event_id");
		const page = pageAfter(context, users, limitQuery(context, { max: 100, fallback: 100 }));
		const found = page.flatMap((id) => state.user(id) ?? []);
		return context.json(
			found.map((user) => ({ guild_scheduled_event_id: eventId, user_id: user.id, user, response: 1 })),
		);
	});

	return routes;
}

function eventAnswer({ fields: { user_count, ...fields } }: LivingScheduledEvent, counts: boolean) {
	return { ...fields, guild_scheduled_event_exceptions: [], ...(counts && { user_count }) };
}
