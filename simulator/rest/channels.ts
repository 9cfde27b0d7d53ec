import { Hono } from "hono";
import { z } from "zod";
import { invalidField, unknownUser } from "../errors";
import { requireBot } from "../identity";
import type { SimulatorState } from "../state";
import type { DirectChannel } from "../state/core";
import { botConversation, botPlace, isDirect } from "./access";
import { jsonBody } from "./body";
import { limitQuery } from "./input";

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

	for (const [kind, types] of [
		["public", [10, 11]],
		["private", [12]],
	] as const) {
		routes.get(`/:channel_id/threads/archived/${kind}`, (context) => {
			const needed =
				kind === "private"
					? (["ReadMessageHistory", "ManageThreads"] as const)
					: ["ReadMessageHistory" as const];
			const { guild, channel } = botPlace(state, context, ...needed);
			const limit = limitQuery(context, { max: 100, fallback: 50 });
			const before = beforeTime(context.req.query("before"));
			const archived = [...guild.threads.values()]
				.map(({ fields }) => fields)
				.filter(({ parent_id, type }) => parent_id === channel.id && types.some((wanted) => wanted === type))
				.filter(
					({ thread_metadata: { archived, archive_timestamp } }) =>
						archived && Date.parse(archive_timestamp) < before,
				)
				.sort((one, other) =>
					other.thread_metadata.archive_timestamp.localeCompare(one.thread_metadata.archive_timestamp),
				);
			const threads = archived.slice(0, limit);
			return context.json({ threads, members: [], has_more: archived.length > limit });
		});
	}

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

function beforeTime(text: string | undefined): number {
	if (text === undefined) return Number.POSITIVE_INFINITY;
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw invalidField("before", "DATE_TIME_TYPE_PARSE", `Could not parse ${text}.`);
	return time;
}
