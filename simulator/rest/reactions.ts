import { type Context, Hono } from "hono";
import { missingPermissions } from "../errors";
import type { SimulatorState } from "../state";
import type { ReactionEmoji } from "../state/reactions";
import { botConversation, botPlace, conversationId, isDirect } from "./access";
import { limitQuery, pageAfter, snowflakeParam } from "./input";

const path = "/:channel_id/messages/:message_id/reactions";

/** `/channels/{id}/messages/{id}/reactions`. */
export function reactionRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get(`${path}/:emoji`, (context) => {
		const channelId = conversationId(botConversation(state, context, "ReadMessageHistory"));
		const { reactions } = state.messages.get(channelId, snowflakeParam(context, "message_id"));
		const { id, name } = emojiOf(context);
		const reaction = reactions.get(id ?? name);
		// 1 asks for super reactions alone, 0 for the others.
		const ids = context.req.query("type") === "1" ? reaction?.burstUsers : reaction?.users;
		const page = pageAfter(context, ids ?? [], limitQuery(context, { max: 100, fallback: 25 }));
		return context.json(page.flatMap((userId) => state.user(userId) ?? []));
	});

	routes.put(`${path}/:emoji/@me`, (context) => {
		const where = botConversation(state, context, "ReadMessageHistory");
		const messageId = snowflakeParam(context, "message_id");
		const emoji = emojiOf(context);
		const { reactions } = state.messages.get(conversationId(where), messageId);
		if (!isDirect(where) && !reactions.has(emoji.id ?? emoji.name)) botPlace(state, context, "AddReactions");
		state.reactions.add(conversationId(where), messageId, state.botId, emoji);
		return context.body(null, 204);
	});

	routes.delete(`${path}/:emoji/:user_id`, (context) => {
		const where = botConversation(state, context);
		const own = context.req.param("user_id") === "@me";
		if (!own && isDirect(where)) throw missingPermissions();
		if (!own) botPlace(state, context, "ManageMessages");
		const userId = own ? state.botId : snowflakeParam(context, "user_id");
		const messageId = snowflakeParam(context, "message_id");
		state.reactions.remove(conversationId(where), messageId, userId, emojiOf(context));
		return context.body(null, 204);
	});

	routes.delete(`${path}/:emoji`, (context) => {
		const channelId = conversationId(botPlace(state, context, "ManageMessages"));
		state.reactions.removeEmoji(channelId, snowflakeParam(context, "message_id"), emojiOf(context));
		return context.body(null, 204);
	});

	routes.delete(path, (context) => {
		const channelId = conversationId(botPlace(state, context, "ManageMessages"));
		state.reactions.removeAll(channelId, snowflakeParam(context, "message_id"));
		return context.body(null, 204);
	});

	return routes;
}

/** `name:id` for a guild's own emoji, the character itself for all others. */
function emojiOf(context: Context): ReactionEmoji {
	const text = context.req.param("emoji") ?? "";
	const own = /^(?:a:)?(\w+):(\d+)$/.exec(text);
	return own ? { id: own[2] ?? null, name: own[1] ?? "" } : { id: null, name: text };
}
