import { describe, expect, it } from "vitest";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import { claimGuilds } from "@/lib/import/owner";
import { at, first, guild, ImportHarness, second } from "@/prisma/tests/import-harness";

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

	it("writes every part of a message", async () => {
		await harness.importText(
			exportFile([
				message({
					type: "Reply",
					isPinned: true,
					author: author({
						roles: [{ id: "972017612460835700", name: "Harbour master", color: "#1AC2B5", position: 4 }],
					}),
					attachments: [
						{
							id: "1027332184274645100",
							url: "https://cdn.discordapp.com/a.png?ex=1",
							fileName: "SPOILER_a.png",
							fileSizeBytes: 5_000_000_000,
						},
					],
					embeds: [
						{
							title: "",
							description: "About",
							color: "#0000FF",
							thumbnail: {
								url: "https://images-ext-1.discordapp.net/x",
								canonicalUrl: "https://example.org/x.png",
								width: 450.4,
								height: null,
							},
							images: [{ url: "https://example.org/1.png" }, { url: "https://example.org/2.png" }],
							fields: [{ name: "Likes", value: "7", isInline: true }],
						},
					],
					stickers: [{ id: "783789761633976360", name: "Wave", format: "Lottie", sourceUrl: null }],
					reactions: [
						{ emoji: { id: "", name: "💯" }, count: 3 },
						{
							emoji: { id: "688046964549353400", name: "party", isAnimated: true },
							count: 1,
							users: [author({ id: "688046964549353777", name: "bo" })],
						},
					],
					mentions: [author({ id: "688046964549353888", name: "cy" })],
					reference: {
						type: "Default",
						messageId: "1027332184274645000",
						channelId: "1017966828372373500",
						guildId: guild,
					},
					inlineEmojis: [{ id: "688046964549353400", name: "party", code: "party", isAnimated: true }],
				}),
			]),
		);
		expect(
			await harness.rows(
				"SELECT message_type, pinned, referenced_message_id, inline_emojis FROM discord_messages",
			),
		).toEqual([
			{
				message_type: "reply",
				pinned: true,
				referenced_message_id: "1027332184274645000",
				inline_emojis: [{ id: "688046964549353400", name: "party", animated: true }],
			},
		]);
		expect(
			await harness.rows("SELECT filename, size, content_type, spoiler FROM discord_message_attachments"),
		).toEqual([{ filename: "SPOILER_a.png", size: "5000000000", content_type: "image/png", spoiler: true }]);
		expect(
			await harness.rows(
				"SELECT title, color, thumbnail_url, thumbnail_width, image_url, jsonb_array_length(images) AS images FROM discord_message_embeds",
			),
		).toEqual([
			{
				title: null,
				color: 255,
				thumbnail_url: "https://example.org/x.png",
				thumbnail_width: 450,
				image_url: "https://example.org/1.png",
				images: 2,
			},
		]);
		expect(await harness.rows("SELECT name, value, inline FROM discord_embed_fields")).toEqual([
			{ name: "Likes", value: "7", inline: true },
		]);
		expect(await harness.rows("SELECT name, format_type FROM discord_message_stickers")).toEqual([
			{ name: "Wave", format_type: "lottie" },
		]);
		expect(
			await harness.rows("SELECT emoji_key, count FROM discord_message_reaction_counts ORDER BY count"),
		).toEqual([
			{ emoji_key: "688046964549353400", count: 1 },
			{ emoji_key: "💯", count: 3 },
		]);
		expect(await harness.rows("SELECT user_id, emoji_name FROM discord_message_reactions")).toEqual([
			{ user_id: "688046964549353777", emoji_name: "party" },
		]);
		expect(await harness.rows("SELECT mention_type, target_id FROM discord_message_mentions")).toEqual([
			{ mention_type: "user", target_id: "688046964549353888" },
		]);
		expect(await harness.rows("SELECT name, color, position FROM discord_roles")).toEqual([
			{ name: "Harbour master", color: 1753781, position: 4 },
		]);
		expect(await harness.rows("SELECT user_id FROM discord_member_roles")).toEqual([
			{ user_id: "688046964549353491" },
		]);
		expect(await harness.rows("SELECT username FROM discord_users ORDER BY username")).toEqual([
			{ username: "ada" },
			{ username: "bo" },
			{ username: "cy" },
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

	it("keeps forwards, commands, deleted users and enum values that nobody knows", async () => {
		await harness.importText(
			exportFile(
				[
					message({
						type: "46",
						author: author({ id: "456226577798135808", name: "Deleted User", nickname: "Deleted User" }),
					}),
					message({
						id: second,
						type: "SomethingNew",
						reference: { type: "Forward", messageId: null, channelId: "1017966828372373501", guildId: "" },
						forwardedMessage: {
							timestamp: "2022-10-04T00:00:00+00:00",
							content: "nul \u0000 byte",
							attachments: [{ id: "1027332184274645100", url: "u", fileName: "f", fileSizeBytes: 0 }],
							embeds: [{ color: "#0000FF" }],
							stickers: [{ id: "783789761633976360", name: "s", format: "Holo" }],
						},
						interaction: {
							id: "1027332184274645101",
							name: "",
							user: author({ id: "688046964549353777", name: "bo" }),
						},
						stickers: [{ id: "783789761633976360", name: "s", format: "Holo" }],
					}),
				],
				{ channel: channel({ type: "GuildHologram", categoryId: "0", category: "Text" }) },
			),
		);
		expect(await harness.rows("SELECT channel_type, parent_id FROM discord_channels")).toEqual([
			{ channel_type: "guild_hologram", parent_id: null },
		]);
		expect(
			await harness.rows(
				"SELECT message_type, referenced_message_id, message_reference -> 'type' AS type, message_snapshots #>> '{0,message,content}' AS forwarded, interaction #>> '{user,username}' AS asker FROM discord_messages ORDER BY id",
			),
		).toEqual([
			{ message_type: "46", referenced_message_id: null, type: null, forwarded: null, asker: null },
			{
				message_type: "something_new",
				referenced_message_id: null,
				type: 1,
				forwarded: "nul \uFFFD byte",
				asker: "bo",
			},
		]);
		expect(await harness.rows("SELECT format_type FROM discord_message_stickers")).toEqual([
			{ format_type: "holo" },
		]);
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
			[expect.stringMatching(/no administrator/)],
		);
	});
});

describe("--guild-owner", () => {
	it("makes a person administrator where nobody else has access", async () => {
		const outcomes = await harness.importText(exportFile([message()]));
		const client = harness.database.pool("guildhall_bot");
		await claimGuilds(client, outcomes, "688046964549353491");
		expect(await claimGuilds(client, outcomes, "688046964549353492")).toEqual([
			expect.stringMatching(/already/),
		]);
		const owner = harness.database.pool("guildhall_owner");
		const { rows: levels } = await owner.query(
			`SELECT app.guild_level(${guild}, 688046964549353491) AS level`,
		);
		expect(levels).toEqual([{ level: 6 }]);
	});
});
