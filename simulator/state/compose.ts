import type {
	APIAttachment,
	APIEmbed,
	APIMessage,
	APIMessageTopLevelComponent,
	APIPoll,
	APIUser,
} from "discord-api-types/v10";
import { MessageType } from "discord-api-types/v10";
import { unknownUser } from "../errors";
import { noFlags } from "../shapes/user";
import type { Core } from "./core";
import type { LivingGuild, LivingMessage } from "./types";

export type MessageInput = {
	/** Whoever writes; for a webhook its id. */
	authorId: string;
	content?: string;
	embeds?: APIEmbed[];
	attachments?: APIAttachment[];
	components?: APIMessageTopLevelComponent[];
	stickerIds?: string[];
	poll?: APIPoll;
	/** The id of the message it answers, in the same channel. */
	replyTo?: string;
	type?: MessageType;
	flags?: number;
	tts?: boolean;
	nonce?: string | number;
	/** A webhook writes under its own name. */
	webhook?: { id: string; name: string };
	/** The command it answers. */
	interaction?: { id: string; type: 2 | 3 | 5; name: string; userId: string };
	/** Given for the first message of a forum's post, which has the post's id. */
	id?: string;
};

type Fields = LivingMessage["fields"];

/** Makes a message as Discord would show it. @throws DiscordError 10013 when nobody is the author */
export function compose(
	core: Core,
	guild: LivingGuild | undefined,
	channelId: string,
	input: MessageInput,
): LivingMessage {
	const id = input.id ?? core.ids.next();
	const { content = "", embeds = [], attachments = [], components = [] } = input;
	const fields: Fields = {
		id,
		channel_id: channelId,
		type: typeOf(input),
		author: authorOf(core, input),
		content,
		timestamp: core.time(),
		edited_timestamp: null,
		tts: input.tts ?? false,
		...mentionsIn(core, guild?.id ?? null, content),
		attachments,
		embeds,
		components,
		pinned: false,
		flags: input.flags ?? noFlags,
		...(input.nonce !== undefined && { nonce: input.nonce }),
		...(input.poll && { poll: input.poll }),
		...stickersOf(guild, input.stickerIds),
		...replyOf(core, guild, channelId, input.replyTo),
		...interactionOf(core, input),
		...(input.webhook && { webhook_id: input.webhook.id }),
	};
	return { fields, guildId: guild?.id ?? null, reactions: new Map(), deletedAt: null };
}

function typeOf({ type, replyTo, interaction }: MessageInput): MessageType {
	if (type !== undefined) return type;
	if (interaction?.type === 2) return MessageType.ChatInputCommand;
	return replyTo ? MessageType.Reply : MessageType.Default;
}

function authorOf(core: Core, { authorId, webhook }: MessageInput): APIUser {
	if (webhook) {
		const { id, name: username } = webhook;
		return { id, username, discriminator: "0000", global_name: null, avatar: null, bot: true };
	}
	const user = core.users.get(authorId);
	if (!user) throw unknownUser();
	return user;
}

/** Who is called in a text: people, roles, everyone. */
export function mentionsIn(
	core: Core,
	guildId: string | null,
	content: string,
): Pick<Fields, "mentions" | "mention_roles" | "mention_everyone"> {
	const guild = guildId === null ? undefined : core.guilds.get(guildId);
	const ids = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map(([, id = ""]) => id))];
	return {
		mentions: ids(/<@!?(\d+)>/g).flatMap((id) => core.users.get(id) ?? []),
		mention_roles: ids(/<@&(\d+)>/g).filter((id) => guild?.roles.has(id)),
		mention_everyone: /@(everyone|here)\b/.test(content),
	};
}

function stickersOf(guild: LivingGuild | undefined, ids: string[] = []): Partial<Fields> {
	const stickers = ids.flatMap((id) => guild?.stickers.get(id) ?? []);
	if (stickers.length === 0) return {};
	return { sticker_items: stickers.map(({ id, name, format_type }) => ({ id, name, format_type })) };
}

function replyOf(
	core: Core,
	guild: LivingGuild | undefined,
	channelId: string,
	replyTo: string | undefined,
): Partial<Fields> {
	if (!replyTo) return {};
	const answered = core.messages.get(channelId)?.get(replyTo);
	const place = { channel_id: channelId, ...(guild && { guild_id: guild.id }) };
	return {
		message_reference: { type: 0, message_id: replyTo, ...place },
		referenced_message: answered && answered.deletedAt === null ? withoutReply(answered.fields) : null,
	};
}

/** Discord shows one step back, not the whole chain. */
function withoutReply({ referenced_message: _, ...fields }: Fields): APIMessage {
	return fields;
}

function interactionOf(core: Core, { interaction }: MessageInput): Partial<Fields> {
	const user = interaction && core.users.get(interaction.userId);
	if (!user) return {};
	const { id, type, name } = interaction;
	const metadata = { id, type, user, authorizing_integration_owners: {} };
	return {
		application_id: core.botId,
		interaction_metadata: metadata as NonNullable<Fields["interaction_metadata"]>,
		...(type === 2 && { interaction: { id, type, name, user } }),
	};
}
