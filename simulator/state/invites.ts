import { AuditLogEvent } from "discord-api-types/v10";
import { unknownInvite } from "../errors";
import { writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingInvite } from "./types";

export type InviteInput = { maxAge?: number; maxUses?: number; temporary?: boolean };

/** The links into guilds. */
export class Invites {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @param input `maxAge` in seconds, a day unless said; 0 of it or of `maxUses` is without end */
	create(channelId: string, input: InviteInput, by: Actor): LivingInvite {
		const { guild } = this.#core.place(channelId);
		const { maxAge = 86_400, maxUses = 0, temporary = false } = input;
		const inviter = this.#core.users.get(by.userId);
		const invite: LivingInvite = {
			guild_id: guild.id,
			channel_id: channelId,
			code: BigInt(this.#core.ids.next()).toString(36).slice(-8),
			created_at: this.#core.time(),
			expires_at: maxAge === 0 ? null : this.#core.time(this.#core.now() + maxAge * 1_000),
			max_age: maxAge,
			max_uses: maxUses,
			temporary,
			uses: 0,
			...(inviter && { inviter }),
		};
		guild.invites.set(invite.code, invite);
		this.#core.stream.emit("INVITE_CREATE", guild.id, { ...invite, uses: 0 });
		this.#audit(invite, AuditLogEvent.InviteCreate, by);
		return invite;
	}

	/** Somebody came through a link; one that is used up is gone. @throws DiscordError 10006 */
	use(guildId: string, code: string): void {
		const invite = this.#get(guildId, code);
		invite.uses += 1;
		if (invite.max_uses > 0 && invite.uses >= invite.max_uses) this.#end(invite);
	}

	/** @throws DiscordError 10006 */
	delete(guildId: string, code: string, by: Actor): void {
		const invite = this.#get(guildId, code);
		this.#end(invite);
		this.#audit(invite, AuditLogEvent.InviteDelete, by);
	}

	#get(guildId: string, code: string): LivingInvite {
		const invite = this.#core.guild(guildId).invites.get(code);
		if (!invite) throw unknownInvite();
		return invite;
	}

	#end({ guild_id, channel_id, code }: LivingInvite): void {
		this.#core.guild(guild_id).invites.delete(code);
		this.#core.stream.emit("INVITE_DELETE", guild_id, { guild_id, channel_id, code });
	}

	#audit(
		{ guild_id, code, channel_id, max_age, max_uses, temporary }: LivingInvite,
		action: AuditLogEvent,
		by: Actor,
	) {
		const side = action === AuditLogEvent.InviteCreate ? "new_value" : "old_value";
		const values = { code, channel_id, max_age, max_uses, temporary, uses: 0 };
		const changes = Object.entries(values).map(([key, value]) => ({ key, [side]: value }));
		writeAudit(this.#core, this.#core.guild(guild_id), by, { action, targetId: null, changes });
	}
}
