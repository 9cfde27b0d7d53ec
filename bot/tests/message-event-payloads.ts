import {
	answer,
	attachment,
	channelId,
	command,
	embed,
	guildId,
	idAt,
	membership,
	person,
} from "@/bot/tests/payloads";
import type { Variant } from "@/bot/tests/variants";

/** The id of what every payload tells of. */
const id = idAt("10:00:00.000");
const emoji = { id: "1441000000000000700", name: "wave", animated: true };
const place = { message_id: id, channel_id: channelId, guild_id: guildId };

/** With everything that is optional. */
const message = {
	...answer(id, idAt("09:59:59.000")),
	...{
		edited_timestamp: "2026-11-21T10:00:00.000000+00:00",
		webhook_id: id,
		member: { ...membership(), nick: "n" },
	},
	mentions: [{ ...person(2), member: membership() }],
	mention_roles: ["1441000000000000500"],
	attachments: [{ ...attachment(id), description: "d", duration_secs: 1.5, ephemeral: false }],
	embeds: [
		{
			...embed("e"),
			provider: { name: "p", url: "u" },
			video: { url: "v", height: 1, width: 1 },
			thumbnail: { url: "t" },
		},
	],
	components: [
		{
			type: 1,
			components: [{ type: 2, style: 1, label: "l", custom_id: "c", emoji, url: "u", disabled: true }],
		},
		{
			type: 1,
			components: [{ type: 3, custom_id: "s", placeholder: "p", min_values: 1, max_values: 2, options: [] }],
		},
		{ type: 9, components: [{ type: 10, content: "t" }], accessory: { type: 11, media: { url: "m" } } },
	],
	sticker_items: [{ id, name: "s", format_type: 1 }],
	message_reference: { type: 0, ...place },
	message_snapshots: [{ message: { content: "c" } }],
	interaction: { id: idAt("09:59:59.000"), type: 2, name: "n", user: person(1) },
	...{
		thread: { id, name: "t" },
		activity: { type: 1 },
		application: { id, name: "a" },
		poll: { question: {} },
	},
	...{ call: { participants: [], ended_timestamp: null }, reactions: [{ count: 1, emoji }] },
};

const oneReaction = { ...place, user_id: person(1).id, emoji, burst: false, type: 0 };

/**
 * Events about messages, commands and the audit log, with everything that is optional, and the properties without which no
 * row can be made: a frame without one is refused with a reason, before anything is stored.
 */
export const messageEventPayloads: [event: string, data: object, required: RegExp][] = [
	[
		"MESSAGE_CREATE",
		message,
		/^(id|channel_id|author|timestamp|attachments\.0\.(id|filename|size|url)|sticker_items\.0\.id|(.*\.)?(author|user|mentions\.0|thread|interaction|interaction_metadata)\.id|components\.\d\.type|reactions\.0\.(count|emoji))$/,
	],
	[
		"MESSAGE_UPDATE",
		message,
		/^(id|channel_id|attachments\.0\.(id|filename|size|url)|sticker_items\.0\.id|(.*\.)?(author|user|mentions\.0|thread|interaction|interaction_metadata)\.id|components\.\d\.type|reactions\.0\.(count|emoji))$/,
	],
	["MESSAGE_DELETE", { id, channel_id: channelId, guild_id: guildId }, /^(id|channel_id)$/],
	["MESSAGE_DELETE_BULK", { ids: [id], channel_id: channelId, guild_id: guildId }, /^(ids|channel_id)$/],
	[
		"MESSAGE_REACTION_ADD",
		{ ...oneReaction, member: { ...membership(), user: person(1) } },
		/^(message_id|channel_id|user_id|emoji|member\.user\.id)$/,
	],
	["MESSAGE_REACTION_REMOVE", oneReaction, /^(message_id|channel_id|user_id|emoji)$/],
	["MESSAGE_REACTION_REMOVE_ALL", place, /^(message_id|channel_id)$/],
	["MESSAGE_REACTION_REMOVE_EMOJI", { ...place, emoji }, /^(message_id|channel_id|emoji)$/],
	[
		"INTERACTION_CREATE",
		{
			...command(id, person(1), "rank", [{ type: 3, name: "word", value: "x" }]),
			data: {
				id,
				name: "n",
				type: 1,
				options: [],
				custom_id: "c",
				component_type: 2,
				values: [],
				components: [],
			},
			user: person(1),
		},
		/^(id|application_id|type|(member\.)?user\.id|member\.user)$/,
	],
	[
		"GUILD_AUDIT_LOG_ENTRY_CREATE",
		{
			...{
				id,
				guild_id: guildId,
				action_type: 24,
				user_id: person(1).id,
				target_id: person(2).id,
				reason: "r",
			},
			changes: [{ key: "communication_disabled_until", new_value: "2026-11-22T10:00:00+00:00" }],
			options: { channel_id: channelId, count: "1" },
		},
		/^(id|guild_id|action_type|changes\.0\.key)$/,
	],
];

let low = 0;

/** The variant, told of something new; without a guild it is a direct message, and its channel is no guild's. */
export function fresh({ path, data }: Variant): object {
	low += 1;
	return {
		...(data as object),
		...(typeof data === "object" && data !== null && "id" in data && { id: idAt("10:00:00.000", low) }),
		...(path === "guild_id" && { channel_id: "1441000000000000055" }),
	};
}
