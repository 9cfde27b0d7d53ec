import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import {
	answer,
	channelId,
	command,
	embed,
	guildId,
	idAt,
	membership,
	message,
	person,
} from "@/bot/tests/payloads";

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
	id = at("00.000");
});

const at = (seconds: string) => idAt(`10:${String(minute).padStart(2, "0")}:${seconds}`);
const interaction = (fields: object) =>
	frame("INTERACTION_CREATE", { ...command(id, person(1), "rank"), ...fields });

async function stored(): Promise<Record<string, unknown> | undefined> {
	const [row] = await feed.rows("SELECT * FROM discord_command_executions WHERE id = $1", [id]);
	return row;
}

describe("an interaction", () => {
	test("of a command keeps its name, and subcommands in the tree of options", async () => {
		const options = [{ type: 1, name: "top", options: [{ type: 4, name: "count", value: 5 }] }];
		await feed.send(interaction({ data: { id: "1441000000000000900", name: "rank", options } }));
		expect(await stored()).toMatchObject({
			...{
				guild_id: guildId,
				channel_id: channelId,
				user_id: person(1).id,
				interaction_type: "application_command",
			},
			...{ command_name: "rank", command_type: "chat_input", command_id: "1441000000000000900", options },
			...{
				executed_at: `2026-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`,
				responded_at: null,
				error: false,
			},
		});
	});

	test("of a command keeps what was chosen and not what was typed, where text is not stored", async () => {
		const secretive = await openFeed({ storeContent: false });
		await secretive.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
		const chosen = [
			{ type: 6, name: "member", value: person(2).id },
			{ type: 4, name: "days", value: 5 },
		];
		const options = [
			{ type: 1, name: "note", options: [{ type: 3, name: "text", value: "typed" }, ...chosen] },
		];
		await secretive.send(interaction({ data: { id: "1441000000000000900", name: "rank", options } }));
		const [row] = await secretive.rows("SELECT options FROM discord_command_executions WHERE id = $1", [id]);
		expect(row?.options).toEqual([
			{ type: 1, name: "note", options: [{ type: 3, name: "text" }, ...chosen] },
		]);
		await secretive.close();
	});

	test("of a context menu keeps on what it was used", async () => {
		await feed.send(
			interaction({
				data: { id: "1441000000000000901", name: "View record", type: 2, target_id: person(2).id },
			}),
		);
		expect(await stored()).toMatchObject({
			...{ command_type: "user", options: [{ name: "user", type: 6, value: person(2).id }] },
		});
	});

	test("with a component or a form keeps what was chosen or written", async () => {
		const data = { custom_id: "menu", component_type: 3, values: ["a", "b"] };
		await feed.send(interaction({ type: 3, data }));
		expect(await stored()).toMatchObject({
			...{
				interaction_type: "message_component",
				custom_id: "menu",
				component_type: "select_menu",
				values: ["a", "b"],
			},
			...{ command_name: null, options: null },
		});
		id = at("01.000");
		const components = [{ type: 1, components: [{ type: 4, custom_id: "why", value: "because" }] }];
		await feed.send(interaction({ type: 5, data: { custom_id: "form", components } }));
		expect(await stored()).toMatchObject({
			...{
				interaction_type: "modal_submit",
				modal_custom_id: "form",
				modal_components: components,
				custom_id: null,
			},
		});
	});

	test("that only asks for suggestions, or pings, leaves no row", async () => {
		await feed.send(interaction({ type: 4 }), interaction({ type: 1, data: undefined }));
		expect(await stored()).toBeUndefined();
	});

	test("of a kind that is not known yet is kept", async () => {
		await feed.send(interaction({ type: 77 }));
		expect(await stored()).toMatchObject({ interaction_type: "unknown_77" });
	});

	test("in a direct message belongs to no guild", async () => {
		await feed.send(
			interaction({ guild_id: undefined, member: undefined, user: person(3), channel_id: null }),
		);
		expect(await stored()).toMatchObject({ guild_id: "0", user_id: person(3).id });
	});

	test("that names nobody is refused before anything is stored", async () => {
		await expect(feed.send(interaction({ member: null, user: null }))).rejects.toThrow("names nobody");
	});

	test("makes whoever used it known", async () => {
		await feed.send(interaction({ member: { ...membership(), user: person(70) } }));
		const [row] = await feed.rows("SELECT username FROM discord_users WHERE id = $1", [person(70).id]);
		expect(row).toEqual({ username: "person_70" });
	});
});

describe("the answer", () => {
	test("is the first message of this application for it, and its latest text", async () => {
		await feed.send(interaction({}));
		const first = at("00.250");
		await feed.send(
			frame("MESSAGE_CREATE", answer(first, id, { content: "first", embeds: [embed("e")], flags: 64 })),
			frame("MESSAGE_CREATE", answer(at("02.000"), id, { content: "follow-up" })),
		);
		const edit = {
			...answer(first, id, { content: "edited" }),
			edited_timestamp: "2026-11-21T12:00:00+00:00",
		};
		await feed.send(frame("MESSAGE_UPDATE", edit), interaction({}));
		expect(await stored()).toMatchObject({
			...{
				response_time_ms: 250,
				responded_at: expect.stringMatching(/:00\.250Z$/),
				response_content: "edited",
			},
			...{ response_embed_count: 0, response_type: 4, deferred: false, ephemeral: false },
		});
	});

	test.each(["one batch", "two batches"])("that was thought about first was deferred, in %s", async (way) => {
		const reply = at("00.100");
		const used = interaction({});
		const thinking = frame("MESSAGE_CREATE", answer(reply, id, { content: "", flags: 128 }));
		const said = frame("MESSAGE_UPDATE", answer(reply, id, { content: "done", flags: 0 }));
		const frames = [used, thinking, said];
		if (way === "one batch") await feed.send(...frames);
		else for (const each of frames) await feed.send(each);
		expect(await stored()).toMatchObject({
			...{ deferred: true, response_type: 5, response_content: "done", response_time_ms: 100 },
		});
	});

	test("of somebody else's application is none", async () => {
		await feed.send(interaction({}));
		const foreign = { ...answer(at("01.000"), id), author: person(4), application_id: "1441000000000000333" };
		await feed.send(
			frame("MESSAGE_CREATE", foreign),
			frame("MESSAGE_CREATE", message(at("02.000"), person(2))),
		);
		expect(await stored()).toMatchObject({ responded_at: null });
	});

	test("is kept in the message too, with the command's name", async () => {
		const reply = at("00.100");
		await feed.send(
			frame(
				"MESSAGE_CREATE",
				answer(reply, id, { interaction: { id, type: 2, name: "rank", user: person(1) } }),
			),
		);
		const [row] = await feed.rows("SELECT interaction_id, interaction FROM discord_messages WHERE id = $1", [
			reply,
		]);
		expect(row).toMatchObject({
			interaction_id: id,
			interaction: { name: "rank", user: { id: person(1).id } },
		});
	});
});
