import type { GatewayDispatchEvents } from "discord-api-types/v10";
import { z } from "zod";
import { tellMember, tellUser } from "@/bot/events/decode-user";
import { type Context, type EventHandler, handler } from "@/bot/events/handler";
import { toldBy } from "@/bot/events/message-decode";
import { type MessagePayload, messageCreate, messageUpdate } from "@/bot/events/message-schema";
import type { Telling } from "@/bot/rows/message-fate";
import type { Tables } from "@/bot/rows/tables";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";

const messageCreated = handler(messageCreate, (d, tables, context) => {
	const guildId = d.guild_id ?? NO_GUILD;
	const at = context.frame.receivedAt;
	tellPeople(tables, d, at);
	tables.users.active(d.author.id, at);
	tables.channels.need(guildId, d.channel_id, at);
	tables.channels.wrote(guildId, d.channel_id, d.id);
	tables.messages.create(guildId, d.id, tellingOf(d, at, context));
});

const messageUpdated = handler(messageUpdate, (d, tables, context) => {
	tellMessage(tables, d, context.frame.receivedAt, context);
});

/**
 * Tells a message as Discord shows it at `at`: an update, or one of the history (REST), which also counts reactions.
 * What it does not mention stays; an unknown message is stored if enough is said of it.
 */
export function tellMessage(
	tables: Tables,
	d: MessagePayload,
	at: string,
	context: Pick<Context, "storeContent" | "applicationId" | "botId">,
): void {
	const guildId = d.guild_id ?? NO_GUILD;
	tellPeople(tables, d, at);
	tables.channels.need(guildId, d.channel_id, at);
	tables.messages.update(guildId, d.id, tellingOf(d, at, context));
}

function tellingOf(
	d: MessagePayload,
	at: string,
	{ storeContent, applicationId, botId }: Pick<Context, "storeContent" | "applicationId" | "botId">,
): Telling {
	const interaction = (d.interaction_metadata ?? d.interaction)?.id;
	const isOurs = d.author?.id === botId || d.application_id === applicationId;
	return {
		...{ at, ...toldBy(d, storeContent) },
		whole: Boolean(d.author && d.timestamp) && typeof d.content === "string",
		...(interaction && isOurs && { answers: interaction }),
	};
}

/** Everybody whom the message shows: its author, who is mentioned, who used the command that it answers. */
function tellPeople(tables: Tables, d: MessagePayload, at: string): void {
	const { author, member, mentions, guild_id: guildId } = d;
	for (const person of [author, d.interaction_metadata?.user, d.interaction?.user, ...(mentions ?? [])]) {
		if (person) tellUser(tables, person, at);
	}
	if (!guildId) return;
	if (author && member) tellMember(tables, "meet", guildId, { ...member, user: author }, at);
	for (const person of mentions ?? []) {
		if (person.member) tellMember(tables, "meet", guildId, { ...person.member, user: person }, at);
	}
}

const place = { channel_id: snowflake, guild_id: snowflake.nullish() };

const messageDeleted = handler(z.object({ ...place, id: snowflake }), (d, tables, { frame }) =>
	tables.messages.delete(d.guild_id ?? NO_GUILD, d.id, frame.receivedAt),
);

const messagesDeleted = handler(z.object({ ...place, ids: z.array(snowflake) }), (d, tables, { frame }) => {
	for (const id of d.ids) tables.messages.delete(d.guild_id ?? NO_GUILD, id, frame.receivedAt);
});

/** Messages, by the names of their events. */
export const messageEvents = {
	MESSAGE_CREATE: messageCreated,
	MESSAGE_UPDATE: messageUpdated,
	MESSAGE_DELETE: messageDeleted,
	MESSAGE_DELETE_BULK: messagesDeleted,
} satisfies Partial<Record<GatewayDispatchEvents, EventHandler>>;
