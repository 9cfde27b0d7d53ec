import { AuditLogChanges } from "@/bot/rows/audit-log";
import { BanChanges } from "@/bot/rows/bans";
import { CaseChanges } from "@/bot/rows/cases";
import { CatchUpChanges } from "@/bot/rows/catch-ups";
import { ChannelChanges } from "@/bot/rows/channels";
import { CommandChanges } from "@/bot/rows/commands";
import { EmojiChanges } from "@/bot/rows/emojis";
import { EventChanges } from "@/bot/rows/events";
import { ExecutionChanges } from "@/bot/rows/executions";
import { GuildChanges } from "@/bot/rows/guilds";
import { InviteChanges } from "@/bot/rows/invites";
import { MemberRuns } from "@/bot/rows/member-runs";
import { MemberChanges } from "@/bot/rows/members";
import { MessageChanges } from "@/bot/rows/messages";
import { OverwriteChanges } from "@/bot/rows/overwrites";
import { ReactionChanges } from "@/bot/rows/reactions";
import { RoleGivers } from "@/bot/rows/role-givers";
import { RoleChanges } from "@/bot/rows/roles";
import { StickerChanges } from "@/bot/rows/stickers";
import { UserChanges } from "@/bot/rows/users";
import { VoiceChanges } from "@/bot/rows/voice";
import { WebhookChanges } from "@/bot/rows/webhooks";
import type { Db } from "@/bot/scope";

/** Changes of one table family, folded per entity while they are collected and written in bulk. */
export type Changes = {
	/** Writes everything collected, in the transaction that is open. */
	write(db: Db): Promise<void>;
};

/** What handlers tell: one family of changes for each family of tables. */
export class Tables {
	readonly guilds = new GuildChanges();
	readonly users = new UserChanges();
	readonly roles = new RoleChanges();
	readonly channels = new ChannelChanges();
	readonly members = new MemberChanges(this.users, this.roles);
	readonly memberRuns = new MemberRuns(this.members);
	readonly overwrites = new OverwriteChanges(this.channels);
	readonly emojis = new EmojiChanges(this.users, this.roles);
	readonly stickers = new StickerChanges(this.users);
	readonly messages = new MessageChanges();
	readonly reactions = new ReactionChanges(this.messages.born);
	readonly executions = new ExecutionChanges(this.messages.answers);
	readonly voice = new VoiceChanges(this.users, this.channels);
	readonly events = new EventChanges(this.users);
	readonly invites = new InviteChanges(this.users, this.channels);
	readonly webhooks = new WebhookChanges(this.users, this.channels);
	readonly commands = new CommandChanges();
	readonly bans = new BanChanges(this.users);
	readonly auditLog = new AuditLogChanges();
	readonly roleGivers = new RoleGivers();
	readonly cases = new CaseChanges(this.auditLog.news);
	readonly catchUps = new CatchUpChanges();

	/** Written one after the other; the order is the same everywhere, so that writers queue instead of deadlocking. */
	get #families(): Changes[] {
		return [
			this.guilds,
			this.users,
			this.roles,
			this.channels,
			this.memberRuns,
			this.members,
			this.overwrites,
			this.emojis,
			this.stickers,
			this.messages,
			this.reactions,
			this.executions,
			this.voice,
			this.events,
			this.invites,
			this.webhooks,
			this.commands,
			this.bans,
			this.auditLog,
			this.roleGivers,
			this.cases,
			this.catchUps,
		];
	}

	async write(db: Db): Promise<void> {
		for (const family of this.#families) await family.write(db);
	}
}
