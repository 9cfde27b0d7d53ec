import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
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
import { variantsOf } from "@/bot/tests/variants";

let feed: Feed;
let low = 0;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
});
afterAll(() => feed.close());

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

/** Without these no row can be made; each is refused with a reason, before anything is stored. */
const events: [event: string, data: object, required: RegExp][] = [
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

describe.each(events)("%s", (event, data, required) => {
	const variants = variantsOf(data);

	test("needs what a row needs", async () => {
		for (const variant of variants.filter(({ path }) => required.test(path))) {
			const sent = feed.send(frame(event, variant.data));
			const outcome = await sent.catch((error: unknown) => error);
			const label = `${variant.path} ${variant.how}`;
			if (variant.path === "guild_id") expect(outcome, label).toBeTruthy();
			else expect(outcome, label).toBeInstanceOf(ZodError);
		}
	});

	test("is stored without whatever is optional", async () => {
		for (const variant of variants.filter(({ path }) => !required.test(path))) {
			low += 1;
			const fresh = {
				...(variant.data as object),
				...("id" in data && { id: idAt("10:00:00.000", low) }),
				// Without a guild it is a direct message, and its channel is no guild's.
				...(variant.path === "guild_id" && { channel_id: "1441000000000000055" }),
			};
			const outcome = await feed.send(frame(event, fresh)).catch((error: unknown) => error);
			expect(outcome, `${variant.path} ${variant.how}`).toEqual([]);
		}
	});
});
