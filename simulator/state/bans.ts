import { AuditLogEvent } from "discord-api-types/v10";
import { unknownBan, unknownUser } from "../errors";
import { writeAudit } from "./audit";
import type { Core } from "./core";
import type { Members } from "./members";
import type { Messages } from "./messages";
import type { Actor, LivingBan } from "./types";

/** Who may not come back. */
export class Bans {
	readonly #core: Core;
	readonly #members: Members;
	readonly #messages: Messages;

	constructor(core: Core, members: Members, messages: Messages) {
		this.#core = core;
		this.#members = members;
		this.#messages = messages;
	}

	/**
	 * Bans somebody, member or not, and deletes their recent messages. A second ban changes nothing.
	 * @throws DiscordError 10013
	 */
	add(guildId: string, userId: string, by: Actor, deleteMessageSeconds = 0): void {
		const guild = this.#core.guild(guildId);
		const user = this.#core.users.get(userId);
		if (!user) throw unknownUser();
		if (guild.bans.has(userId)) return;
		guild.bans.set(userId, { user, reason: by.reason ?? null });
		this.#core.stream.emit("GUILD_BAN_ADD", guildId, { guild_id: guildId, user });
		this.#members.remove(guildId, userId);
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.MemberBanAdd, targetId: userId });
		if (deleteMessageSeconds > 0) {
			this.#messages.purge(guildId, userId, this.#core.now() - deleteMessageSeconds * 1_000);
		}
	}

	/** @throws DiscordError 10026 */
	get(guildId: string, userId: string): LivingBan {
		const ban = this.#core.guild(guildId).bans.get(userId);
		if (!ban) throw unknownBan();
		return ban;
	}

	/** @throws DiscordError 10026 */
	remove(guildId: string, userId: string, by: Actor): void {
		const { user } = this.get(guildId, userId);
		const guild = this.#core.guild(guildId);
		guild.bans.delete(userId);
		this.#core.stream.emit("GUILD_BAN_REMOVE", guildId, { guild_id: guildId, user });
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.MemberBanRemove, targetId: userId });
	}
}
