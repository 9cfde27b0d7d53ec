import { Hono } from "hono";
import { z } from "zod";
import { invalidField, unknownUser } from "../errors";
import { requireBot } from "../identity";
import type { SimulatorState } from "../state";
import type { DirectChannel } from "../state/core";
import { botConversation, botPlace, isDirect } from "./access";
import { archivedThreadRoutes } from "./archived-threads";
import { jsonBody } from "./body";

const directRequest = z.object({ recipient_id: z.string().regex(/^\d{1,20}$/) });

/** `/channels/{id}`, its webhooks and its archived threads. */
export function channelRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/:channel_id", (context) => {
		const where = botConversation(state, context);
		if (isDirect(where)) return context.json(directShape(state, where));
		const own = where.thread?.members.get(state.botId);
		return context.json(
			where.thread ? { ...where.thread.fields, ...(own && { member: own }) } : where.channel,
		);
	});

	routes.get("/:channel_id/webhooks", (context) => {
		const { guild, channel } = botPlace(state, context, "ManageWebhooks");
		return context.json([...guild.webhooks.values()].filter(({ channel_id }) => channel_id === channel.id));
	});

	archivedThreadRoutes(routes, state);
	return routes;
}

/** `POST /users/@me/channels`: opens the conversation with somebody, also with those who take no messages. */
export function directRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.post("/@me/channels", async (context) => {
		requireBot(state, context);
		const { recipient_id } = await jsonBody(context, directRequest);
		if (recipient_id === state.botId) {
			throw invalidField("recipient_id", "CANNOT_DM_SELF", "Cannot send messages to yourself.");
		}
		if (!state.user(recipient_id)) throw unknownUser();
		return context.json(directShape(state, state.core.directChannel(recipient_id)));
	});

	return routes;
}

function directShape(state: SimulatorState, { id, userId }: DirectChannel) {
	const last = state.messages.list(id).at(-1)?.fields.id ?? null;
	const user = state.user(userId);
	return { id, type: 1, last_message_id: last, flags: 0, recipients: user ? [user] : [] };
}
