import type { APIEmoji } from "discord-api-types/v10";
import { unknownEmoji } from "../errors";
import type { Core } from "./core";
import type { Messages } from "./messages";
import type { LivingMessage, LivingReaction } from "./types";

export type ReactionEmoji = { id: string | null; name: string; animated?: boolean };

/** The emojis under messages. */
export class Reactions {
	readonly #core: Core;
	readonly #messages: Messages;

	constructor(core: Core, messages: Messages) {
		this.#core = core;
		this.#messages = messages;
	}

	/** Somebody reacts, once with each emoji. @throws DiscordError 10008 */
	add(channelId: string, messageId: string, userId: string, emoji: ReactionEmoji, burst = false): void {
		const message = this.#messages.get(channelId, messageId);
		const key = emojiKey(emoji);
		const reaction = message.reactions.get(key) ?? {
			emoji: apiEmoji(emoji),
			users: new Set(),
			burstUsers: new Set(),
		};
		if (reaction.users.has(userId) || reaction.burstUsers.has(userId)) return;
		(burst ? reaction.burstUsers : reaction.users).add(userId);
		message.reactions.set(key, reaction);
		const member =
			message.guildId === null ? undefined : this.#core.guild(message.guildId).members.get(userId);
		this.#core.stream.emit("MESSAGE_REACTION_ADD", message.guildId, {
			user_id: userId,
			...where(message),
			...(member && { member }),
			emoji: reaction.emoji,
			message_author_id: message.fields.author.id,
			burst,
			...(burst && { burst_colors: ["#F47FFF"] }),
			type: burst ? 1 : 0,
		});
	}

	/** @throws DiscordError 10008, 10014 */
	remove(channelId: string, messageId: string, userId: string, emoji: ReactionEmoji): void {
		const message = this.#messages.get(channelId, messageId);
		const reaction = this.#get(message, emoji);
		const burst = reaction.burstUsers.delete(userId);
		if (!burst && !reaction.users.delete(userId)) throw unknownEmoji();
		if (reaction.users.size + reaction.burstUsers.size === 0) message.reactions.delete(emojiKey(emoji));
		this.#core.stream.emit("MESSAGE_REACTION_REMOVE", message.guildId, {
			user_id: userId,
			...where(message),
			emoji: reaction.emoji,
			burst,
			type: burst ? 1 : 0,
		});
	}

	/** @throws DiscordError 10008 */
	removeAll(channelId: string, messageId: string): void {
		const message = this.#messages.get(channelId, messageId);
		message.reactions.clear();
		this.#core.stream.emit("MESSAGE_REACTION_REMOVE_ALL", message.guildId, where(message));
	}

	/** @throws DiscordError 10008, 10014 */
	removeEmoji(channelId: string, messageId: string, emoji: ReactionEmoji): void {
		const message = this.#messages.get(channelId, messageId);
		const reaction = this.#get(message, emoji);
		message.reactions.delete(emojiKey(emoji));
		this.#core.stream.emit("MESSAGE_REACTION_REMOVE_EMOJI", message.guildId, {
			...where(message),
			emoji: reaction.emoji,
		});
	}

	#get(message: LivingMessage, emoji: ReactionEmoji): LivingReaction {
		const reaction = message.reactions.get(emojiKey(emoji));
		if (!reaction) throw unknownEmoji();
		return reaction;
	}
}

const emojiKey = ({ id, name }: ReactionEmoji) => id ?? name;

const apiEmoji = ({ id, name, animated }: ReactionEmoji): APIEmoji => ({
	id,
	name,
	...(animated && { animated }),
});

const where = ({ fields, guildId }: LivingMessage) => ({
	channel_id: fields.channel_id,
	message_id: fields.id,
	...(guildId !== null && { guild_id: guildId }),
});
