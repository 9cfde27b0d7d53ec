import { EmbedType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { personId } from "@/prisma/seed/world/people";
import { loadOpenApiCheck } from "./openapi-check";
import { botClient } from "./rest/bot";
import { type Simulator, startSimulator } from "./server";

const check = loadOpenApiCheck();
const harbor = "902114735018344448";
const [owner, member] = [personId("owner"), personId("member")];
const by = { userId: owner, reason: "for the test" };

// Without the document there is nothing to compare with; the skip names the file that is missing.
const title = check
	? "Discord's OpenAPI document, after much has happened,"
	: "Discord's OpenAPI document (absent: discord-openapi.json)";

describe.skipIf(!check)(title, () => {
	let simulator: Simulator;
	let bot: ReturnType<typeof botClient>;
	let ids: Record<"channel" | "voice" | "message" | "thread" | "event" | "direct", string>;

	beforeAll(async () => {
		simulator = await startSimulator({ port: 0, rateLimit: { limit: 1_000, windowMs: 1_000 } });
		bot = botClient(simulator);
		ids = liveALittle(simulator);
	});
	afterAll(() => simulator.close());

	async function faults(method: string, path: string, status: number, body?: unknown): Promise<string[]> {
		const answer = await bot(method, path, body);
		expect(answer).toMatchObject({ status });
		const [plain = path] = path.split("?");
		return [
			...(check?.answer(method, plain, status, answer.body) ?? []),
			...(body === undefined ? [] : (check?.request(method, plain, body) ?? [])),
		];
	}

	const readings: [name: string, path: () => string][] = [
		["a ban", () => `/guilds/${harbor}/bans/${personId("helper")}`],
		["bans", () => `/guilds/${harbor}/bans`],
		["invites", () => `/guilds/${harbor}/invites`],
		["webhooks", () => `/guilds/${harbor}/webhooks`],
		["webhooks of a channel", () => `/channels/${ids.channel}/webhooks`],
		["emojis", () => `/guilds/${harbor}/emojis`],
		["stickers", () => `/guilds/${harbor}/stickers`],
		["events", () => `/guilds/${harbor}/scheduled-events?with_user_count=true`],
		["people of an event", () => `/guilds/${harbor}/scheduled-events/${ids.event}/users`],
		["one event", () => `/guilds/${harbor}/scheduled-events/${ids.event}?with_user_count=true`],
		["threads", () => `/guilds/${harbor}/threads/active`],
		["archived threads", () => `/channels/${ids.channel}/threads/archived/public`],
		["archived private threads", () => `/channels/${ids.channel}/threads/archived/private`],
		[
			"archived threads that the bot is in",
			() => `/channels/${ids.channel}/users/@me/threads/archived/private`,
		],
		["a voice state", () => `/guilds/${harbor}/voice-states/${member}`],
		["the audit log", () => `/guilds/${harbor}/audit-logs?limit=100`],
		["a channel", () => `/channels/${ids.channel}`],
		["a voice channel", () => `/channels/${ids.voice}`],
		["a thread", () => `/channels/${ids.thread}`],
		["a direct conversation", () => `/channels/${ids.direct}`],
		["messages", () => `/channels/${ids.channel}/messages?limit=100`],
		["a message", () => `/channels/${ids.channel}/messages/${ids.message}`],
		["who reacted", () => `/channels/${ids.channel}/messages/${ids.message}/reactions/thonk:5`],
		["where the gateway is", () => "/gateway/bot"],
	];

	it.each(readings)("describes %s", async (_, path) => {
		expect(await faults("GET", path(), 200)).toEqual([]);
	});

	it("describes what is sent and answered when the bot writes", async () => {
		const messages = `/channels/${ids.channel}/messages`;
		const until = new Date(Date.now() + 60_000).toISOString();
		const written = [
			await faults("PUT", `/guilds/${harbor}/bans/${personId("moderator")}`, 204, {
				delete_message_seconds: 60,
			}),
			await faults("PATCH", `/guilds/${harbor}/members/${member}`, 200, {
				communication_disabled_until: until,
				nick: "Rested",
			}),
			await faults("POST", "/users/@me/channels", 200, { recipient_id: member }),
			await faults("POST", messages, 200, {
				content: "Hello",
				embeds: [
					{ title: "Case 7", description: "closed", color: 0x5865f2, fields: [{ name: "By", value: "us" }] },
				],
				message_reference: { message_id: ids.message },
				allowed_mentions: { parse: [] },
				nonce: "order-7",
				enforce_nonce: true,
			}),
			await faults("POST", `${messages}/bulk-delete`, 204, { messages: [ids.message, ids.thread] }),
		];
		expect(written.flat()).toEqual([]);
	});

	it("describes what is sent and answered when the bot edits what it wrote", async () => {
		const { body } = await bot("POST", `/channels/${ids.channel}/messages`, { content: "Helo" });
		const { id } = z.object({ id: z.string() }).parse(body);
		const edit = { content: "Hello", allowed_mentions: { parse: [] } };
		expect(await faults("PATCH", `/channels/${ids.channel}/messages/${id}`, 200, edit)).toEqual([]);
	});

	it("describes what is sent where nothing is answered", async () => {
		const guild = `/guilds/${harbor}`;
		const role = simulator.state.roles.create(harbor, { name: "Helper" }, by).id;
		const messages = `/channels/${ids.channel}/messages`;
		const id = simulator.state.messages.create(ids.channel, { authorId: member, content: "Bye" }).fields.id;
		for (const name of ["⚓", "👍"])
			simulator.state.reactions.add(ids.channel, id, member, { id: null, name });
		const [anchor, thumb] = ["⚓", "👍"].map(
			(name) => `${messages}/${id}/reactions/${encodeURIComponent(name)}`,
		);
		const written = [
			await faults("DELETE", `${guild}/bans/${personId("helper")}`, 204),
			await faults("PUT", `${guild}/members/${member}/roles/${role}`, 204),
			await faults("DELETE", `${guild}/members/${member}/roles/${role}`, 204),
			await faults("PUT", `${anchor}/@me`, 204),
			await faults("DELETE", `${anchor}/@me`, 204),
			await faults("DELETE", `${anchor}/${member}`, 204),
			await faults("DELETE", `${thumb}`, 204),
			await faults("DELETE", `${messages}/${id}/reactions`, 204),
			await faults("DELETE", `${messages}/${id}`, 204),
			await faults("POST", callback(), 204, { type: 4, data: { content: "Level 8", flags: 64 } }),
			await faults("DELETE", `${guild}/members/${ordinary()}`, 204),
			await faults("PUT", `${guild}/bans/${ordinary()}`, 204, { delete_message_seconds: 0 }),
		];
		expect(written.flat()).toEqual([]);
	});

	/** Somebody whose roles stand below the bot's. */
	function ordinary(): string {
		const people = [...simulator.state.core.guild(harbor).members.values()];
		return people.find(({ roles, user }) => roles.length === 0 && user.id !== member)?.user.id ?? "";
	}

	/** Where the bot answers somebody's command. */
	function callback(): string {
		const command = { id: "6", name: "rank", type: 1 } as const;
		const asked = { channelId: ids.channel, userId: member, command };
		const { id, token } = simulator.state.interactions.command(asked);
		return `/interactions/${id}/${token}/callback`;
	}

	it("is really asked about answers without a body", () => {
		const path = `/guilds/${harbor}/bans/${member}`;
		expect(check?.answer("DELETE", path, 204, { id: "5" })).toEqual([
			expect.stringContaining("nothing in the 204"),
		]);
		expect(check?.answer("DELETE", path, 200, null)).toEqual([expect.stringContaining("no 200")]);
		expect(check?.answer("PATCH", path, 204, null)).toEqual([expect.stringContaining("no 204 for PATCH")]);
	});

	it.each([
		["GET", `/guilds/${harbor}/bans/${owner}`, 404],
		["PUT", `/guilds/${harbor}/bans/${owner}`, 403],
		["GET", "/channels/100000000000000000", 404],
	])("describes the refusal of %s %s", async (method, path, status) => {
		expect(await faults(method, path, status)).toEqual([]);
	});
});

/** Something of everything, so that every answer has content. */
function liveALittle({ state }: Simulator) {
	const channels = state.world.guilds[0]?.channels ?? [];
	const idOf = (key: string) => channels.find((channel) => channel.key === key)?.id ?? "";
	const [channel, voice] = [idOf("general"), idOf("lounge")];
	// Of threads from the demo's past the counts are not known; Discord has them all.
	for (const id of [...state.core.guild(harbor).threads.keys()]) state.threads.delete(id, by);
	state.bans.add(harbor, personId("helper"), by);
	state.invites.create(channel, { maxUses: 5 }, by);
	state.webhooks.create(channel, "Feed", by);
	state.expressions.createEmoji(harbor, "fresh", true, by);
	state.voice.set(harbor, member, voice);
	const where = { startsAt: Date.now() + 3_600_000, endsAt: Date.now() + 7_200_000, location: "The pier" };
	const event = state.events.create(harbor, { name: "Jam", ...where }, by).id;
	state.events.create(harbor, { name: "Talk", startsAt: Date.now() + 60_000, channelId: voice }, by);
	state.events.setInterested(harbor, event, member, true);
	const first = state.messages.create(channel, { authorId: member, content: `<@${owner}> look` }).fields.id;
	const attachment = { id: "7", filename: "a.png", size: 12, url: "https://cdn.discordapp.com/a.png" };
	const message = state.messages.create(channel, {
		authorId: owner,
		content: "nice",
		replyTo: first,
		attachments: [{ ...attachment, proxy_url: attachment.url }],
		embeds: [{ type: EmbedType.Link, title: "A page", url: "https://example.org" }],
		stickerIds: [...state.core.guild(harbor).stickers.keys()].slice(0, 1),
	}).fields.id;
	state.reactions.add(channel, message, member, { id: "5", name: "thonk" });
	state.reactions.add(channel, message, owner, { id: null, name: "⚓" }, true);
	const command = { id: "6", name: "rank", type: 1 } as const;
	const asked = state.interactions.command({ channelId: channel, userId: member, command });
	state.interactions.respond(harbor, asked.id, "Level 7");
	const thread = state.threads.create(channel, { name: "More", ownerId: member, messageId: first }).id;
	state.messages.create(thread, { authorId: member, content: "in the thread" });
	const old = state.threads.create(channel, { name: "Old", ownerId: member }).id;
	state.threads.update(old, { archived: true }, by);
	const whisper = state.threads.create(channel, { name: "Whisper", ownerId: state.botId, type: 12 }).id;
	state.threads.update(whisper, { archived: true }, by);
	state.members.boost(harbor, member, true);
	const role = state.roles.create(harbor, { name: "Guest", color: 0xff0000 }, by);
	state.channels.overwrite(channel, role.id, { id: role.id, type: 0, allow: "1024", deny: "0" }, by);
	state.messages.delete(
		channel,
		state.messages.create(channel, { authorId: member, content: "x" }).fields.id,
		by,
	);
	return { channel, voice, message, thread, event, direct: state.core.directChannel(member).id };
}
