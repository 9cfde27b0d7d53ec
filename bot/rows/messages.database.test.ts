import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensurePartitions } from "@/bot/rows/partitions";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { attachment, channelId, embed, guildId, idAt, message, person } from "@/bot/tests/payloads";
import { snapshotOf } from "@/bot/tests/snapshot";

let feed: Feed;
let id: string;
let minute = 0;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
});
afterAll(() => feed.close());
beforeEach(() => {
	minute += 1;
	id = idAt(`10:${String(minute).padStart(2, "0")}:00.000`);
});

const create = (fields: object = {}) => frame("MESSAGE_CREATE", message(id, person(1), { ...fields }));
const update = (fields: object) =>
	frame("MESSAGE_UPDATE", { id, channel_id: channelId, guild_id: guildId, ...fields });
const remove = () => frame("MESSAGE_DELETE", { id, channel_id: channelId, guild_id: guildId });

async function stored(): Promise<Record<string, unknown> | undefined> {
	const [row] = await feed.rows("SELECT * FROM discord_messages WHERE id = $1", [id]);
	return row;
}

const parts = async (table: string, order = "id") =>
	feed.rows(`SELECT * FROM ${table} WHERE message_id = $1 ORDER BY ${order}`, [id]);

const edited = (time: string) => `2026-11-21T11:00:00.${time}+00:00`;

describe("a new message", () => {
	test("is stored with everything that it carries", async () => {
		const reference = { type: 1, message_id: idAt("01:00:00.000"), channel_id: channelId, guild_id: guildId };
		await feed.send(
			create({
				content: `see <#${channelId}> and <@&77>`,
				...{ type: 19, flags: 4, tts: true, mention_everyone: true, nonce: 17 },
				...{ mentions: [person(2), person(2)], mention_roles: ["1441000000000000500"] },
				...{ attachments: [attachment("1441000000000000810", "SPOILER_a.png")], embeds: [embed("title")] },
				sticker_items: [{ id: "1441000000000000600", name: "wave", format_type: 4 }],
				...{ message_reference: reference, message_snapshots: [{ message: { content: "as it was" } }] },
				...{
					thread: { id, type: 11, name: "talk" },
					activity: { type: 1 },
					application: { id: "5", name: "game" },
				},
				...{ poll: { question: { text: "when?" } }, call: { ended_timestamp: edited("5") } },
			}),
		);
		expect(await stored()).toMatchObject({
			...{
				message_type: "reply",
				flags: 4,
				tts: true,
				mention_everyone: true,
				nonce: "17",
				author_id: person(1).id,
			},
			...{ thread_id: id, activity: { type: 1 }, poll: { question: { text: "when?" } } },
			...{ referenced_message_id: reference.message_id, message_reference: reference },
			...{
				message_snapshots: [{ message: { content: "as it was" } }],
				call_ended_timestamp: expect.any(String),
			},
			...{ edited_timestamp: null, deleted_at: null },
		});
		expect(await parts("discord_message_mentions", "mention_type")).toMatchObject([
			{ mention_type: "channel", target_id: channelId },
			{ mention_type: "role", target_id: "1441000000000000500" },
			{ mention_type: "user", target_id: person(2).id },
		]);
		expect(await parts("discord_message_attachments")).toMatchObject([
			{ spoiler: true, size: "12", width: 20 },
		]);
		expect(await parts("discord_message_stickers", "sticker_id")).toMatchObject([{ format_type: "gif" }]);
		expect(await parts("discord_message_embeds")).toMatchObject([
			{
				title: "title",
				footer_text: "foot",
				image_proxy_url: "https://example.com/p.png",
				author_name: "somebody",
			},
		]);
		const fields = await feed.rows(
			`SELECT f.* FROM discord_embed_fields f JOIN discord_message_embeds e ON e.id = f.embed_id
			WHERE e.message_id = $1 ORDER BY f.position`,
			[id],
		);
		expect(fields).toMatchObject([
			{ name: "one", inline: true },
			{ name: "two", inline: false },
		]);
	});

	test("makes its author, their membership and its channel known", async () => {
		await feed.send(create({ author: person(50), channel_id: "1441000000000000077" }));
		const [member] = await feed.rows("SELECT * FROM discord_guild_members WHERE user_id = $1", [
			person(50).id,
		]);
		expect(member).toMatchObject({ guild_id: guildId, joined_at: "2024-01-01T00:00:00.000Z" });
		const [channel] = await feed.rows(
			"SELECT guild_id, last_message_id FROM discord_channels WHERE id = 1441000000000000077",
		);
		expect(channel).toMatchObject({ guild_id: guildId, last_message_id: id });
	});

	test("keeps components of both kinds in reading order, and unknown ones", async () => {
		const select = {
			type: 3,
			custom_id: "s",
			placeholder: "pick",
			min_values: 1,
			max_values: 2,
			options: [{ label: "a" }],
		};
		const button = {
			type: 2,
			style: 4,
			label: "no",
			custom_id: "b",
			emoji: { id: null, name: "👍" },
			disabled: true,
		};
		const section = {
			type: 9,
			components: [{ type: 10, content: "words" }],
			accessory: { type: 11, media: { url: "https://e.x/t" } },
		};
		await feed.send(
			create({
				components: [
					{ type: 1, components: [button, select] },
					{ type: 17, components: [section, { type: 99 }] },
				],
			}),
		);
		const order = "row_position, component_position NULLS FIRST";
		expect(await parts("discord_message_components", order)).toMatchObject([
			{ component_type: "action_row", row_position: 0, component_position: null },
			{
				component_type: "button",
				button_style: "danger",
				emoji_name: "👍",
				disabled: true,
				component_position: 0,
			},
			{ component_type: "select_menu", options: [{ label: "a" }], max_values: 2, component_position: 1 },
			{ component_type: "container", row_position: 1, component_position: null },
			{ component_type: "section" },
			{ component_type: "text_display", label: "words" },
			{ component_type: "thumbnail", url: "https://e.x/t" },
			{ component_type: "unknown_99" },
		]);
	});

	test("of a direct message belongs to no guild", async () => {
		const {
			guild_id: _,
			member: _member,
			...payload
		} = message(id, person(1), { channel_id: "1441000000000000055" });
		await feed.send(frame("MESSAGE_CREATE", payload));
		expect(await stored()).toMatchObject({ guild_id: "0" });
	});

	test("of an unknown guild is refused with the reason", async () => {
		const refused = await feed.send(create({ guild_id: "1441000000000099999" }));
		expect(refused).toMatchObject([{ reason: "unknown guild 1441000000000099999" }]);
	});

	test("changes nothing when it is heard again, after edits and deletions too", async () => {
		await feed.send(create(), update({ embeds: [embed("late")] }));
		const before = await snapshotOf(feed);
		await feed.send(create());
		expect(await snapshotOf(feed)).toEqual(before);
		await feed.send(remove());
		await feed.send(create());
		expect(await stored()).toMatchObject({ deleted_at: expect.any(String) });
	});
});

describe("an update", () => {
	test("keeps what it does not mention", async () => {
		await feed.send(create({ attachments: [attachment("1441000000000000811")], pinned: true, flags: 4 }));
		await feed.send(update({ content: "new", edited_timestamp: edited("1") }));
		expect(await stored()).toMatchObject({ content: "new", pinned: true, flags: 4 });
		expect(await parts("discord_message_attachments")).toHaveLength(1);
	});

	test("replaces the parts that it mentions, with nothing too", async () => {
		await feed.send(create({ embeds: [embed("a"), embed("b")], mentions: [person(2)] }));
		await feed.send(update({ embeds: [embed("c")], mentions: [], edited_timestamp: edited("1") }));
		expect(await parts("discord_message_embeds")).toMatchObject([{ title: "c" }]);
		expect(await parts("discord_message_mentions", "target_id")).toEqual([]);
	});

	test("of embeds alone, which is no edit, is taken", async () => {
		await feed.send(create({ edited_timestamp: edited("1") }));
		await feed.send(update({ embeds: [embed("resolved")] }));
		expect(await parts("discord_message_embeds")).toMatchObject([{ title: "resolved" }]);
		expect(await stored()).toMatchObject({ edited_timestamp: expect.any(String) });
	});

	test("with an older edit never replaces a newer one, to the microsecond", async () => {
		await feed.send(create());
		await feed.send(update({ content: "second", edited_timestamp: edited("000002"), pinned: true }));
		await feed.send(update({ content: "first", edited_timestamp: edited("000001"), pinned: false }));
		await feed.send(update({ content: "none", edited_timestamp: null }));
		expect(await stored()).toMatchObject({ content: "second", pinned: true });
	});

	test("of an unknown message stores it when it is whole, and is passed over when it is not", async () => {
		await feed.send(update({ content: "half", edited_timestamp: edited("1") }));
		expect(await stored()).toBeUndefined();
		await feed.send(frame("MESSAGE_UPDATE", message(id, person(1), { edited_timestamp: edited("1") })));
		expect(await stored()).toMatchObject({ content: "words" });
	});

	test("of a deleted message changes nothing", async () => {
		await feed.send(create(), remove());
		await feed.send(update({ content: "new", edited_timestamp: edited("9") }));
		expect(await stored()).toMatchObject({ content: "words" });
	});

	test("that was heard before what is stored changes nothing", async () => {
		const early = update({ content: "early", edited_timestamp: edited("1") });
		await feed.send(create());
		await feed.send(early);
		expect(await stored()).toMatchObject({ content: "words" });
	});
});

describe("a deletion", () => {
	test("is soft, and the first one stands", async () => {
		await feed.send(create());
		await feed.send(remove());
		const first = await stored();
		await feed.send(frame("MESSAGE_DELETE_BULK", { ids: [id], channel_id: channelId, guild_id: guildId }));
		expect(await stored()).toEqual(first);
		expect(first).toMatchObject({ content: "words", deleted_at: expect.any(String) });
	});

	test("of an unknown message is remembered, and later knowledge does not bring it back", async () => {
		await feed.send(remove());
		expect(await feed.rows("SELECT FROM gateway_tombstones WHERE message_id = $1", [id])).toHaveLength(1);
		await feed.send(create());
		await feed.send(frame("MESSAGE_UPDATE", message(id, person(1), { edited_timestamp: edited("1") })));
		expect(await stored()).toBeUndefined();
	});
});

test("without content, how much there was is kept and nothing of what", async () => {
	const secretive = await openFeed({ storeContent: false });
	await secretive.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
	const button = { type: 2, style: 1, label: "secret", custom_id: "secret" };
	await secretive.send(
		create({
			...{
				content: "secret",
				embeds: [embed("secret")],
				attachments: [attachment("1441000000000000812", "secret.png")],
			},
			...{ components: [{ type: 1, components: [button] }], poll: { question: { text: "secret" } } },
			message_snapshots: [{ message: { content: "secret" } }],
		}),
		update({ content: "secret again", edited_timestamp: edited("1") }),
	);
	const { messages, embeds, attachments, components } = await snapshotOf(secretive);
	expect([messages.length, embeds.length, attachments.length, components.length]).toEqual([1, 1, 1, 2]);
	const kept = [messages, embeds, attachments, components].flat().join("\n");
	expect(kept.match(/.{20}(?:secret|: "foot|somebody)/g)).toBeNull();
	await secretive.close();
});

test("months are made ahead, once", async () => {
	const owner = feed.db.pool("guildhall_owner");
	const { rows } = await owner.query<{ name: string }>(
		`SELECT to_char(now() + interval '3 months', '"discord_audit_log_y"YYYY"m"MM') AS name`,
	);
	await owner.query(`DROP TABLE ${rows[0]?.name}`);
	expect(await ensurePartitions(feed.scope)).toBe(1);
	expect(await ensurePartitions(feed.scope)).toBe(0);
});
