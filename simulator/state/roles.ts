import { type APIRole, AuditLogEvent } from "discord-api-types/v10";
import { unknownRole } from "../errors";
import { noFlags } from "../shapes/user";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingGuild } from "./types";

export type RolePatch = Partial<
	Pick<APIRole, "name" | "color" | "hoist" | "mentionable" | "permissions" | "position">
>;

const audited = ["name", "color", "hoist", "mentionable", "permissions", "position"] as const;

/** Roles of guilds. */
export class Roles {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @throws DiscordError 10011 */
	get(guild: LivingGuild, roleId: string): APIRole {
		const role = guild.roles.get(roleId);
		if (!role) throw unknownRole();
		return role;
	}

	/** A new role is just above @everyone. */
	create(guildId: string, patch: RolePatch, by: Actor): APIRole {
		const guild = this.#core.guild(guildId);
		const { color = 0 } = patch;
		const role: APIRole = {
			id: this.#core.ids.next(),
			name: "new role",
			permissions: "0",
			position: 1,
			color,
			colors: { primary_color: color, secondary_color: null, tertiary_color: null },
			hoist: false,
			managed: false,
			mentionable: false,
			icon: null,
			unicode_emoji: null,
			flags: noFlags,
			...patch,
		};
		guild.roles.set(role.id, role);
		this.#core.stream.emit("GUILD_ROLE_CREATE", guildId, { guild_id: guildId, role });
		this.#audit(guild, by, AuditLogEvent.RoleCreate, role.id, changesBetween({}, role, audited));
		return role;
	}

	/** @throws DiscordError 10011 */
	update(guildId: string, roleId: string, patch: RolePatch, by: Actor): APIRole {
		const guild = this.#core.guild(guildId);
		const before = this.get(guild, roleId);
		const role = { ...before, ...patch };
		if (patch.color !== undefined) role.colors = { ...role.colors, primary_color: patch.color };
		guild.roles.set(roleId, role);
		this.#core.stream.emit("GUILD_ROLE_UPDATE", guildId, { guild_id: guildId, role });
		this.#audit(guild, by, AuditLogEvent.RoleUpdate, roleId, changesBetween(before, role, audited));
		return role;
	}

	/** Members lose the role without a word about each, as at Discord. @throws DiscordError 10011 */
	delete(guildId: string, roleId: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		const role = this.get(guild, roleId);
		guild.roles.delete(roleId);
		for (const [userId, member] of guild.members) {
			if (!member.roles.includes(roleId)) continue;
			guild.members.set(userId, { ...member, roles: member.roles.filter((id) => id !== roleId) });
		}
		this.#core.stream.emit("GUILD_ROLE_DELETE", guildId, { guild_id: guildId, role_id: roleId });
		this.#audit(guild, by, AuditLogEvent.RoleDelete, roleId, changesBetween(role, {}, audited));
	}

	#audit(
		guild: LivingGuild,
		by: Actor,
		action: AuditLogEvent,
		targetId: string,
		changes: ReturnType<typeof changesBetween>,
	): void {
		writeAudit(this.#core, guild, by, { action, targetId, ...(changes && { changes }) });
	}
}
