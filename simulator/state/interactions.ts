import type { APIInteraction } from "discord-api-types/v10";
import { unknownInteraction } from "../errors";
import type { Core } from "./core";
import type { Messages } from "./messages";
import { channelPermissions, guildPermissions } from "./permissions";
import type { LivingInteraction, LivingMessage } from "./types";

export type CommandUse = {
	channelId: string;
	userId: string;
	command: { id: string; name: string; type: 1 | 2 | 3 };
	options?: { name: string; type: number; value: string | number | boolean }[];
};

export type ComponentUse = { channelId: string; userId: string; messageId: string; customId: string };

export type DialogUse = {
	channelId: string;
	userId: string;
	customId: string;
	values: Record<string, string>;
};

/** What people ask the bot with commands, buttons and dialogs, and what it answers. */
export class Interactions {
	readonly #core: Core;
	readonly #messages: Messages;

	constructor(core: Core, messages: Messages) {
		this.#core = core;
		this.#messages = messages;
	}

	/** Somebody uses a command. @throws DiscordError 10003, 10007 */
	command({ channelId, userId, command, options = [] }: CommandUse): LivingInteraction {
		const made = this.#make(2, channelId, userId, { name: command.name, commandId: command.id });
		const data = { ...command, guild_id: this.#core.place(channelId).guild.id, options };
		return this.#tell(made, { data });
	}

	/** Somebody presses a button. @throws DiscordError 10003, 10007, 10008 */
	component({ channelId, userId, messageId, customId }: ComponentUse): LivingInteraction {
		const { fields } = this.#messages.get(channelId, messageId);
		const made = this.#make(3, channelId, userId, { customId });
		return this.#tell(made, { message: fields, data: { custom_id: customId, component_type: 2 } });
	}

	/** Somebody sends a dialog. @throws DiscordError 10003, 10007 */
	dialog({ channelId, userId, customId, values }: DialogUse): LivingInteraction {
		const made = this.#make(5, channelId, userId, { customId });
		const components = Object.entries(values).map(([custom_id, value]) => ({
			type: 1,
			components: [{ type: 4, custom_id, value }],
		}));
		return this.#tell(made, { data: { custom_id: customId, components } });
	}

	/** The bot answers in the channel; what only the asker sees makes no event. @throws DiscordError 10062 */
	respond(
		guildId: string,
		interactionId: string,
		content: string,
		ephemeral = false,
	): LivingMessage | undefined {
		const interaction = this.#core.guild(guildId).interactions.find(({ id }) => id === interactionId);
		if (!interaction) throw unknownInteraction();
		if (ephemeral) return undefined;
		const { id, channelId, name, userId } = interaction;
		const type = interaction.type as 2 | 3 | 5;
		const metadata = { id, type, name: name ?? "", userId };
		return this.#messages.create(channelId, { authorId: this.#core.botId, content, interaction: metadata });
	}

	#make(
		type: number,
		channelId: string,
		userId: string,
		what: Partial<LivingInteraction>,
	): LivingInteraction {
		const id = this.#core.ids.next();
		const token = Buffer.from(`interaction:${id}:simulated`).toString("base64url");
		return { id, token, type, userId, channelId, name: null, commandId: null, customId: null, ...what };
	}

	#tell(interaction: LivingInteraction, what: object): LivingInteraction {
		const { id, token, type, channelId, userId } = interaction;
		const { guild, channel, thread } = this.#core.place(channelId);
		const member = this.#core.member(guild, userId);
		guild.interactions.push(interaction);
		const payload = {
			id,
			application_id: this.#core.botId,
			type,
			...what,
			guild: { id: guild.id, locale: guild.settings.preferred_locale, features: guild.settings.features },
			guild_id: guild.id,
			guild_locale: guild.settings.preferred_locale,
			channel: thread?.fields ?? channel,
			channel_id: channelId,
			member: { ...member, permissions: guildPermissions(guild, userId).toString() },
			token,
			version: 1,
			app_permissions: channelPermissions(guild, channel, this.#core.botId).toString(),
			locale: guild.settings.preferred_locale,
			entitlements: [],
			authorizing_integration_owners: { "0": guild.id },
			context: 0,
			attachment_size_limit: 10_485_760,
		};
		this.#core.stream.emit("INTERACTION_CREATE", guild.id, payload as object as APIInteraction);
		return interaction;
	}
}
