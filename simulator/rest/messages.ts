import type { APIAttachment, APIEmbed, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { EmbedType, PermissionFlagsBits } from "discord-api-types/v10";
import { type Context, Hono } from "hono";
import { snowflakeTime } from "@/prisma/seed/snowflake";
import {
	cannotMessageUser,
	emptyMessage,
	invalidField,
	messageTooOld,
	missingPermissions,
	unknownMessage,
} from "../errors";
import type { SimulatorState } from "../state";
import type { DirectChannel, Place } from "../state/core";
import { reactionList } from "../state/message-events";
import { channelPermissions } from "../state/permissions";
import type { LivingMessage } from "../state/types";
import { botActor, botConversation, botPlace, conversationId, isDirect } from "./access";
import { bodyWithFiles, jsonBody, type Upload } from "./body";
import { limitQuery, snowflakeParam, snowflakeQuery } from "./input";
import { bulkBody, type Embed, type MessageBody, messageBody } from "./message-schema";

/** Bulk deletion takes messages of the last fourteen days. */
const bulkAge = 14 * 86_400_000;

/** `/channels/{id}/messages`. */
export function messageRoutes(state: SimulatorState): Hono {
	const routes = new Hono();
	const answer = (message: LivingMessage) => messageShape(state, message);

	routes.get("/:channel_id/messages", (context) => {
		const where = botConversation(state, context, "ReadMessageHistory");
		return context.json(pageOf(state, context, conversationId(where)).map(answer));
	});

	routes.get("/:channel_id/messages/:message_id", (context) => {
		const where = botConversation(state, context, "ReadMessageHistory");
		return context.json(
			answer(state.messages.get(conversationId(where), snowflakeParam(context, "message_id"))),
		);
	});

	routes.post("/:channel_id/messages/bulk-delete", async (context) => {
		const where = botPlace(state, context, "ManageMessages");
		const { messages } = await jsonBody(context, bulkBody);
		if (messages.some((id) => snowflakeTime(id) < state.now() - bulkAge)) throw messageTooOld();
		state.messages.deleteBulk(conversationId(where), messages, botActor(state, context));
		return context.body(null, 204);
	});

	routes.post("/:channel_id/messages", async (context) => {
		const where = botConversation(state, context);
		requireWriting(state, where);
		const { body, files } = await bodyWithFiles(context, messageBody);
		return context.json(answer(send(state, conversationId(where), body, files)));
	});

	routes.patch("/:channel_id/messages/:message_id", async (context) => {
		const channelId = conversationId(botConversation(state, context));
		const { body, files } = await bodyWithFiles(context, messageBody);
		const attachments = files.length > 0 ? { attachments: attachmentsOf(state, channelId, files) } : {};
		const edit = { ...editOf(body), ...attachments };
		return context.json(
			answer(state.messages.edit(channelId, snowflakeParam(context, "message_id"), edit, state.botId)),
		);
	});

	routes.delete("/:channel_id/messages/:message_id", (context) => {
		const where = botConversation(state, context);
		const messageId = snowflakeParam(context, "message_id");
		const { fields } = state.messages.get(conversationId(where), messageId);
		if (fields.author.id !== state.botId) {
			if (isDirect(where)) throw missingPermissions();
			botPlace(state, context, "ManageMessages");
		}
		state.messages.delete(conversationId(where), messageId, botActor(state, context));
		return context.body(null, 204);
	});

	return routes;
}

/** A message as REST answers it. */
export function messageShape(state: SimulatorState, message: LivingMessage) {
	const reactions = reactionList(state.core, message);
	return { ...message.fields, ...(reactions.length > 0 && { reactions }) };
}

/** Newest first: before, after or around an id. */
function pageOf(state: SimulatorState, context: Context, channelId: string): LivingMessage[] {
	const limit = limitQuery(context, { max: 100, fallback: 50 });
	const [before, after] = [snowflakeQuery(context, "before"), snowflakeQuery(context, "after")];
	const around = snowflakeQuery(context, "around");
	const all = state.messages.list(channelId);
	if (around !== undefined) {
		const index = all.findIndex(({ fields }) => BigInt(fields.id) >= around);
		const start = Math.max(0, (index < 0 ? all.length : index) - Math.floor(limit / 2));
		return all.slice(start, start + limit).reverse();
	}
	if (after !== undefined)
		return all
			.filter(({ fields }) => BigInt(fields.id) > after)
			.slice(0, limit)
			.reverse();
	const older = before === undefined ? all : all.filter(({ fields }) => BigInt(fields.id) < before);
	return older.slice(-limit).reverse();
}

/** @throws DiscordError 50007 where somebody takes no messages or shares no guild, 50013 */
function requireWriting(state: SimulatorState, where: Place | DirectChannel): void {
	if (isDirect(where)) {
		const shared = state.guildsOf(where.userId).some((guild) => guild.members.has(state.botId));
		if (state.core.closed.has(where.userId) || !shared) throw cannotMessageUser();
		return;
	}
	const held = channelPermissions(where.guild, where.channel, state.botId);
	const needed = where.thread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
	if ((held & needed) === 0n) throw missingPermissions();
}

function send(state: SimulatorState, channelId: string, body: MessageBody, files: Upload[]): LivingMessage {
	const repeated =
		body.enforce_nonce &&
		body.nonce != null &&
		state.messages.list(channelId).findLast(({ fields }) => fields.nonce === body.nonce);
	if (repeated) return repeated;
	const { embeds, components, sticker_ids: stickerIds } = body;
	if (!body.content && !embeds?.length && !components?.length && !stickerIds?.length && files.length === 0) {
		throw emptyMessage();
	}
	return state.messages.create(channelId, {
		authorId: state.botId,
		...editOf(body),
		attachments: attachmentsOf(state, channelId, files),
		...(stickerIds && { stickerIds }),
		...(body.tts && { tts: true }),
		...(body.nonce != null && { nonce: body.nonce }),
		...replyOf(state, channelId, body),
	});
}

function editOf({ content, embeds, components, flags }: MessageBody) {
	return {
		...(content != null && { content }),
		...(embeds && { embeds: embeds.map(embedOf) }),
		...(components && { components: components as object[] as APIMessageTopLevelComponent[] }),
		...(flags != null && { flags }),
	};
}

/** Discord fills in what a bot may leave out. */
function embedOf({ fields, ...embed }: Embed): APIEmbed {
	const filled = fields?.map(({ name, value, inline = false }) => ({ name, value, inline }));
	return { type: EmbedType.Rich, ...embed, ...(filled && { fields: filled }) };
}

function replyOf(state: SimulatorState, channelId: string, { message_reference: reference }: MessageBody) {
	if (!reference) return {};
	const answered = state.core.messages.get(channelId)?.get(reference.message_id);
	if (answered && answered.deletedAt === null) return { replyTo: reference.message_id };
	if (reference.fail_if_not_exists === false) return {};
	throw invalidField("message_reference", "REPLIES_UNKNOWN_MESSAGE", unknownMessage().message);
}

function attachmentsOf(state: SimulatorState, channelId: string, files: Upload[]): APIAttachment[] {
	return files.map(({ name, size, type }) => {
		const id = state.core.ids.next();
		const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
		return { id, filename: name, size, url, proxy_url: url, ...(type && { content_type: type }) };
	});
}
