import { AuditLogEvent } from "discord-api-types/v10";
import { unknownWebhook } from "../errors";
import { writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingGuild, LivingWebhook } from "./types";

/** URLs through which other programs write. Their tokens are never revealed. */
export class Webhooks {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @throws DiscordError 10003 */
	create(channelId: string, name: string, by: Actor): LivingWebhook {
		const { guild } = this.#core.place(channelId);
		const user = this.#core.users.get(by.userId);
		const webhook: LivingWebhook = {
			id: this.#core.ids.next(),
			type: 1,
			guild_id: guild.id,
			channel_id: channelId,
			name,
			avatar: null,
			application_id: null,
			...(user && { user }),
		};
		guild.webhooks.set(webhook.id, webhook);
		this.#tell(guild, webhook);
		const changes = [{ key: "name", new_value: name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.WebhookCreate, targetId: webhook.id, changes });
		return webhook;
	}

	/** @throws DiscordError 10015 */
	rename(guildId: string, webhookId: string, name: string, by: Actor): void {
		const { guild, webhook } = this.#get(guildId, webhookId);
		guild.webhooks.set(webhookId, { ...webhook, name });
		this.#tell(guild, webhook);
		const changes = [{ key: "name", old_value: webhook.name, new_value: name }];
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.WebhookUpdate, targetId: webhookId, changes });
	}

	/** @throws DiscordError 10015 */
	delete(guildId: string, webhookId: string, by: Actor): void {
		const { guild, webhook } = this.#get(guildId, webhookId);
		guild.webhooks.delete(webhookId);
		this.#tell(guild, webhook);
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.WebhookDelete, targetId: webhookId });
	}

	#get(guildId: string, webhookId: string) {
		const guild = this.#core.guild(guildId);
		const webhook = guild.webhooks.get(webhookId);
		if (!webhook) throw unknownWebhook();
		return { guild, webhook };
	}

	/** Discord says that something changed, not what. */
	#tell(guild: LivingGuild, { channel_id }: LivingWebhook): void {
		this.#core.stream.emit("WEBHOOKS_UPDATE", guild.id, { guild_id: guild.id, channel_id });
	}
}
