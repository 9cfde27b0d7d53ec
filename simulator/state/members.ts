import { type APIUser, AuditLogEvent } from "discord-api-types/v10";
import { memberShape, userShape } from "../shapes/user";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import type { Guilds } from "./guilds";
import type { Actor, LivingGuild, LivingMember } from "./types";

export type MemberPatch = Partial<
	Pick<
		LivingMember,
		| "nick"
		| "roles"
		| "mute"
		| "deaf"
		| "communication_disabled_until"
		| "premium_since"
		| "pending"
		| "flags"
	>
>;

const audited = ["nick", "mute", "deaf", "communication_disabled_until"] as const;

/** People of guilds: they come, go and change. */
export class Members {
	readonly #core: Core;

	readonly #guilds: Guilds;

	constructor(core: Core, guilds: Guilds) {
		this.#core = core;
		this.#guilds = guilds;
	}

	/** Makes an account that is in no guild yet. */
	createUser(profile: { username: string; globalName: string | null; bot: boolean }): APIUser {
		const user = userShape({
			...profile,
			id: this.#core.ids.next(),
			avatar: null,
			accentColor: null,
			locale: "en-US",
		});
		this.#core.users.set(user.id, user);
		return user;
	}

	/** Somebody joins; nothing happens to those who are in. The bot joining brings a GUILD_CREATE. */
	add(guildId: string, user: APIUser, pending = false): LivingMember {
		const guild = this.#core.guild(guildId);
		const known = guild.members.get(user.id);
		if (known) return known;
		const member = memberShape({ nick: null, roleIds: [], joinedAt: this.#core.now(), pending }, user);
		guild.members.set(user.id, member);
		if (user.id === this.#core.botId) this.#core.arrive(guild);
		else this.#core.stream.emit("GUILD_MEMBER_ADD", guildId, { ...member, guild_id: guildId });
		return member;
	}

	/** Somebody leaves, by themselves. The bot leaving brings a GUILD_DELETE. */
	remove(guildId: string, userId: string): void {
		const guild = this.#core.guild(guildId);
		const member = guild.members.get(userId);
		if (!member) return;
		this.#core.leaveVoice(guild, userId);
		guild.members.delete(userId);
		if (userId === this.#core.botId) this.#core.stream.emit("GUILD_DELETE", guildId, { id: guildId });
		else this.#core.stream.emit("GUILD_MEMBER_REMOVE", guildId, { guild_id: guildId, user: member.user });
	}

	/** A moderator removes somebody. @throws DiscordError 10007 */
	kick(guildId: string, userId: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		this.#core.member(guild, userId);
		this.remove(guildId, userId);
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.MemberKick, targetId: userId });
	}

	/** Changes a member; with an actor the audit log says so. @throws DiscordError 10007 */
	update(guildId: string, userId: string, patch: MemberPatch, by?: Actor): LivingMember {
		const guild = this.#core.guild(guildId);
		const before = this.#core.member(guild, userId);
		const member: LivingMember = { ...before, ...patch };
		guild.members.set(userId, member);
		this.#announce(guild, member);
		this.#hush(guild, member);
		if (by) this.#audit(guild, before, member, by);
		return member;
	}

	/** Gives or takes one role. @throws DiscordError 10007 */
	setRole(guildId: string, userId: string, roleId: string, held: boolean, by?: Actor): void {
		const { roles } = this.#core.member(this.#core.guild(guildId), userId);
		if (roles.includes(roleId) === held) return;
		const others = roles.filter((id) => id !== roleId);
		this.update(guildId, userId, { roles: held ? [...others, roleId] : others }, by);
	}

	/** Somebody starts or stops boosting: the role for it, the guild's count, and the member themselves. */
	boost(guildId: string, userId: string, boosting: boolean): void {
		const guild = this.#core.guild(guildId);
		const { roles, premium_since } = this.#core.member(guild, userId);
		if ((premium_since !== null) === boosting) return;
		const role = [...guild.roles.values()].find(({ tags }) => tags?.premium_subscriber === null)?.id;
		const others = roles.filter((id) => id !== role);
		this.update(guildId, userId, {
			premium_since: boosting ? this.#core.time() : null,
			roles: boosting && role ? [...others, role] : others,
		});
		const count = Math.max(0, (guild.settings.premium_subscription_count ?? 0) + (boosting ? 1 : -1));
		this.#guilds.update(guildId, { premium_subscription_count: count });
	}

	/** A server mute or deafening is heard in the voice channel too. */
	#hush(guild: LivingGuild, member: LivingMember): void {
		const voice = guild.voice.get(member.user.id);
		if (!voice || (voice.mute === member.mute && voice.deaf === member.deaf)) return;
		const changed = { ...voice, mute: member.mute, deaf: member.deaf };
		guild.voice.set(member.user.id, changed);
		this.#core.stream.emit("VOICE_STATE_UPDATE", guild.id, { ...changed, member });
	}

	#announce(guild: LivingGuild, member: LivingMember): void {
		this.#core.stream.emit("GUILD_MEMBER_UPDATE", guild.id, { ...member, guild_id: guild.id });
	}

	#audit(guild: LivingGuild, before: LivingMember, after: LivingMember, by: Actor): void {
		const targetId = after.user.id;
		const changes = changesBetween(before, after, audited);
		if (changes) writeAudit(this.#core, guild, by, { action: AuditLogEvent.MemberUpdate, targetId, changes });
		const named = (ids: string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? id }));
		const added = named(after.roles.filter((id) => !before.roles.includes(id)));
		const removed = named(before.roles.filter((id) => !after.roles.includes(id)));
		const roleChanges = [
			...(added.length > 0 ? [{ key: "$add", new_value: added }] : []),
			...(removed.length > 0 ? [{ key: "$remove", new_value: removed }] : []),
		];
		if (roleChanges.length === 0) return;
		writeAudit(this.#core, guild, by, {
			action: AuditLogEvent.MemberRoleUpdate,
			targetId,
			changes: roleChanges,
		});
	}
}
