import { AuditLogEvent } from "discord-api-types/v10";
import { guildShape } from "../shapes/guild";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, GuildSettings, LivingGuild } from "./types";

export type GuildPatch = Partial<Omit<GuildSettings, "id" | "owner_id">>;

const audited = [
	"name",
	"description",
	"verification_level",
	"afk_timeout",
	"system_channel_id",
	"rules_channel_id",
];

/** Guilds as a whole. */
export class Guilds {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @throws DiscordError 10004 */
	update(guildId: string, patch: GuildPatch, by?: Actor): LivingGuild {
		const guild = this.#core.guild(guildId);
		const before = guild.settings;
		guild.settings = { ...before, ...patch };
		this.#core.stream.emit("GUILD_UPDATE", guildId, guildShape(guild));
		const changes = changesBetween(before, guild.settings, audited);
		if (by && changes)
			writeAudit(this.#core, guild, by, { action: AuditLogEvent.GuildUpdate, targetId: guildId, changes });
		return guild;
	}

	/** Discord's servers have lost the guild for a while; `arrive` ends that. It is not a leaving. */
	outage(guildId: string): void {
		this.#core.stream.emit("GUILD_DELETE", guildId, { id: guildId, unavailable: true });
	}

	/** The guild is available again, and sent in full. @throws DiscordError 10004 */
	arrive(guildId: string): void {
		this.#core.arrive(this.#core.guild(guildId));
	}
}
