import { type APIEmoji, type APISticker, AuditLogEvent } from "discord-api-types/v10";
import { unknownEmoji } from "../errors";
import { emojiShape, stickerShape } from "../shapes/guild";
import { writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingGuild } from "./types";

/** A guild's own emojis and stickers; each change sends the whole list. */
export class Expressions {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	createEmoji(guildId: string, name: string, animated: boolean, by: Actor): APIEmoji {
		const guild = this.#core.guild(guildId);
		const id = this.#core.ids.next();
		const emoji = emojiShape({ id, name, animated, roleIds: [] });
		guild.emojis.set(id, emoji);
		this.#tellEmojis(guild);
		const changes = [{ key: "name", new_value: name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.EmojiCreate, targetId: id, changes });
		return emoji;
	}

	/** @throws DiscordError 10014 */
	renameEmoji(guildId: string, emojiId: string, name: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		const emoji = this.#emoji(guild, emojiId);
		guild.emojis.set(emojiId, { ...emoji, name });
		this.#tellEmojis(guild);
		const changes = [{ key: "name", old_value: emoji.name, new_value: name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.EmojiUpdate, targetId: emojiId, changes });
	}

	/** @throws DiscordError 10014 */
	deleteEmoji(guildId: string, emojiId: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		const { name } = this.#emoji(guild, emojiId);
		guild.emojis.delete(emojiId);
		this.#tellEmojis(guild);
		const changes = [{ key: "name", old_value: name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.EmojiDelete, targetId: emojiId, changes });
	}

	createSticker(
		guildId: string,
		sticker: { name: string; description: string; tags: string },
		by: Actor,
	): APISticker {
		const guild = this.#core.guild(guildId);
		const made = stickerShape({ ...sticker, id: this.#core.ids.next() }, guildId);
		guild.stickers.set(made.id, made);
		this.#tellStickers(guild);
		const changes = [{ key: "name", new_value: sticker.name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.StickerCreate, targetId: made.id, changes });
		return made;
	}

	/** Nothing happens where there is no such sticker. */
	deleteSticker(guildId: string, stickerId: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		const sticker = guild.stickers.get(stickerId);
		if (!sticker) return;
		guild.stickers.delete(stickerId);
		this.#tellStickers(guild);
		const changes = [{ key: "name", old_value: sticker.name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.StickerDelete, targetId: stickerId, changes });
	}

	#emoji(guild: LivingGuild, emojiId: string): APIEmoji {
		const emoji = guild.emojis.get(emojiId);
		if (!emoji) throw unknownEmoji();
		return emoji;
	}

	#tellEmojis(guild: LivingGuild): void {
		const emojis = [...guild.emojis.values()];
		this.#core.stream.emit("GUILD_EMOJIS_UPDATE", guild.id, { guild_id: guild.id, emojis });
	}

	#tellStickers(guild: LivingGuild): void {
		const stickers = [...guild.stickers.values()];
		this.#core.stream.emit("GUILD_STICKERS_UPDATE", guild.id, { guild_id: guild.id, stickers });
	}
}
