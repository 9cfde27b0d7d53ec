import { describe, expect, it } from "vitest";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import { guild, ImportHarness, second } from "@/prisma/tests/import-harness";

const harness = new ImportHarness();

describe("an imported message", () => {
	it("keeps every part of it", async () => {
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

	it("may be a forward, a command or a deleted user's, and of a kind that nobody knows", async () => {
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

	it("comes deleted, where its deletion was heard of before it", async () => {
		await harness.rows(
			`INSERT INTO gateway_tombstones (guild_id, message_id, deleted_at) VALUES (${guild}, ${second}, '2026-01-01T00:00:00Z')`,
		);
		await harness.importText(exportFile([message(), message({ id: second })]));
		expect(await harness.rows("SELECT id::text FROM discord_messages WHERE deleted_at IS NOT NULL")).toEqual([
			{ id: second },
		]);
	});
});
