import { describe, expect, it } from "vitest";
import { channel, exportFile, message } from "@/lib/import/fixtures";
import { claimGuilds } from "@/lib/import/owner";
import { at, first, guild, ImportHarness } from "@/prisma/tests/import-harness";

const harness = new ImportHarness();

describe("an import", () => {
	it("writes the guild, the channel under its category, the author and the message", async () => {
		const [outcome] = await harness.importText(exportFile([message()]));
		expect(outcome).toMatchObject({ state: "imported", written: { created: 1, updated: 0, unchanged: 0 } });
		expect(await harness.rows(`SELECT name, icon FROM discord_guilds WHERE id = ${guild}`)).toEqual([
			{ name: "Harbour", icon: "0123456789abcdef0123456789abcdef" },
		]);
		expect(
			await harness.rows("SELECT name, channel_type, parent_id FROM discord_channels ORDER BY id"),
		).toEqual([
			{ name: "Quay", channel_type: "guild_category", parent_id: null },
			{ name: "moorings", channel_type: "guild_text", parent_id: "972017612460835600" },
		]);
		expect(
			await harness.rows("SELECT username, discriminator, avatar, first_seen FROM discord_users"),
		).toEqual([
			{
				username: "ada",
				discriminator: null,
				avatar: "fedcba9876543210fedcba9876543210",
				first_seen: new Date("2022-10-05T21:31:19.64Z"),
			},
		]);
		expect(
			await harness.rows("SELECT nick, joined_inferred, joined_at, left_at FROM discord_guild_members"),
		).toEqual([
			{ nick: "Ada", joined_inferred: true, joined_at: new Date("2022-10-05T21:31:19.64Z"), left_at: null },
		]);
		expect(await harness.rows("SELECT id, content, message_type, deleted_at FROM discord_messages")).toEqual([
			{ id: first, content: "hello", message_type: "regular", deleted_at: null },
		]);
	});

	it("reads the oldest exporter's files, which lack most keys", async () => {
		const old = {
			id: first,
			type: "Default",
			timestamp: "2020-02-03T10:00:00.123+00:00",
			timestampEdited: null,
			isPinned: false,
			content: "hi",
			author: {
				id: "688046964549353491",
				name: "ada",
				discriminator: "0042",
				isBot: false,
				avatarUrl: "https://cdn.discordapp.com/embed/avatars/2.png",
			},
			attachments: [],
			embeds: [],
			reactions: [{ emoji: { id: null, name: "👍", isAnimated: false, imageUrl: "" }, count: 2 }],
			mentions: [{ id: "688046964549353492", name: "bo", discriminator: 7, nickname: "Bo", isBot: false }],
		};
		const [outcome] = await harness.importText(
			exportFile([old], {
				exportedAt: undefined,
				channel: {
					id: "1017966828372373500",
					type: "GuildTextChat",
					category: "Quay",
					name: "moorings",
					topic: null,
				},
			}),
		);
		expect(outcome?.state).toBe("imported");
		expect(await harness.rows("SELECT username, discriminator FROM discord_users ORDER BY 1")).toEqual([
			{ username: "ada", discriminator: "0042" },
			{ username: "bo", discriminator: "0007" },
		]);
		expect(await harness.rows("SELECT parent_id FROM discord_channels")).toEqual([{ parent_id: null }]);
	});

	it("puts a thread under its parent, which its own export completes later", async () => {
		const thread = channel({
			id: "1017966828372373600",
			type: "GuildPublicThread",
			categoryId: "1017966828372373500",
			category: "moorings",
			name: "knots",
		});
		await harness.importText(
			exportFile([], { channel: thread, ...at("17") }),
			exportFile([], { channel: channel({ type: "GuildForum" }), ...at("16") }),
		);
		expect(
			await harness.rows(
				"SELECT name, channel_type, parent_id FROM discord_channels ORDER BY id DESC LIMIT 2",
			),
		).toEqual([
			{ name: "knots", channel_type: "public_thread", parent_id: "1017966828372373500" },
			{ name: "moorings", channel_type: "guild_forum", parent_id: "972017612460835600" },
		]);
	});

	it("leaves direct messages without members, in the guild that nobody administers", async () => {
		const outcomes = await harness.importText(
			exportFile([message()], {
				guild: {
					id: "0",
					name: "Direct Messages",
					iconUrl: "https://cdn.discordapp.com/embed/avatars/0.png",
				},
				channel: {
					id: "1017966828372373500",
					type: "DirectTextChat",
					categoryId: null,
					category: null,
					name: "ada",
					topic: null,
				},
			}),
		);
		expect(await harness.rows("SELECT name FROM discord_guilds")).toEqual([{ name: "@me" }]);
		expect(await harness.rows("SELECT channel_type, guild_id FROM discord_channels")).toEqual([
			{ channel_type: "dm", guild_id: "0" },
		]);
		expect(await harness.rows("SELECT global_name FROM discord_users")).toEqual([{ global_name: "Ada" }]);
		expect(await harness.rows("SELECT count(*)::int FROM discord_guild_members")).toEqual([{ count: 0 }]);
		expect(await claimGuilds(harness.database.pool("guildhall_bot"), outcomes, "688046964549353491")).toEqual(
			[{ sentence: expect.stringMatching(/no administrator/), refused: false }],
		);
	});
});

describe("--guild-owner", () => {
	it("makes a person administrator where nobody else has access", async () => {
		const outcomes = await harness.importText(exportFile([message()]));
		const client = harness.database.pool("guildhall_bot");
		expect(await claimGuilds(client, outcomes, "688046964549353491")).toMatchObject([{ refused: false }]);
		expect(await claimGuilds(client, outcomes, "688046964549353492")).toEqual([
			{ sentence: expect.stringMatching(/somebody else has access/), refused: true },
		]);
		expect(await claimGuilds(client, outcomes, "688046964549353491")).toMatchObject([{ refused: false }]);
		const owner = harness.database.pool("guildhall_owner");
		const { rows: levels } = await owner.query(
			`SELECT app.guild_level(${guild}, 688046964549353491) AS level`,
		);
		expect(levels).toEqual([{ level: 6 }]);
	});
});
