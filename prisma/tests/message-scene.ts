import type { ListMessagesQuery } from "@/lib/messages/schema";
import { createRandom } from "@/prisma/seed/random";
import type { TestDatabase } from "./database";

type Part = NonNullable<ListMessagesQuery["has"]>[number];

/** A message as it was made, with what it should be found by. */
export type Made = {
	id: string;
	sent: string;
	channel: string;
	author: string;
	type: string;
	content: string;
	deleted: boolean;
	pinned: boolean;
	edited: boolean;
	has: Part[];
	mentions: string[];
};

/** Of so many, more than a few thousand have a picture or a reaction. */
const MESSAGES = 7000;
const DISCORD_EPOCH = 1_420_070_400_000;
const TYPES = ["regular", "regular", "regular", "reply", "guild_member_join"];

/** Where messages are written, and by whom. */
export type Place = { guildId: string; channels: string[]; people: string[] };

/** Messages of a year and a half, the oldest of them older than any month made ahead, with parts at random. */
export async function makeMessages(db: TestDatabase, place: Place, side: number): Promise<Made[]> {
	const { guildId, channels, people } = place;
	const { chance, int, pick } = createRandom(side, "message pages");
	const made = Array.from({ length: MESSAGES }, (_, index): Made => {
		const sent = Date.now() - int(0, 540 * 86_400_000);
		return {
			id: String((BigInt(sent - DISCORD_EPOCH) << 22n) + BigInt(2 * index + side)),
			sent: new Date(sent).toISOString(),
			...{ channel: pick(channels), author: pick(people), type: pick(TYPES) },
			content: `${pick(["lamp", "tide", "fog"])} ${chance(0.01) ? "https://example.org" : "and sea"}`,
			...{ deleted: chance(0.1), pinned: chance(0.01), edited: chance(0.05) },
			has: [
				...(chance(0.4) ? (["attachment", "image"] as const) : []),
				...(chance(0.01) ? (["attachment", "video"] as const) : []),
				...(chance(0.02) ? (["embed"] as const) : []),
				...(chance(0.005) ? (["sticker"] as const) : []),
				...(chance(0.5) ? (["reaction"] as const) : []),
			],
			mentions: chance(0.1) ? [pick(people)] : [],
		};
	});
	await db.pool("guildhall_bot").query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type)
		SELECT id, $2, 'room', 'guild_text' FROM unnest($1::bigint[]) AS id`,
		[channels, guildId],
	);
	for (const statement of statementsFor(people))
		await db.pool("guildhall_bot").query(statement, [JSON.stringify(made), guildId]);
	return made;
}

const staged = `json_to_recordset($1) AS s (id bigint, sent timestamptz, channel bigint, author bigint, type text,
	content text, deleted boolean, pinned boolean, edited boolean, has json, mentions json)`;
const partsOf = (thing: Part) => `FROM ${staged} WHERE has::jsonb ? '${thing}'`;

/** Some have several parts of a kind, and reactions of which either people or numbers are known. */
const statementsFor = (people: string[]) => [
	`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, message_type, content, timestamp, pinned,
		edited_timestamp, deleted_at)
	SELECT id, $2, channel, author, type, content, sent, pinned, CASE WHEN edited THEN now() END,
		CASE WHEN deleted THEN now() END FROM ${staged}`,
	`INSERT INTO discord_message_attachments (id, guild_id, message_id, filename, size, url, content_type)
	SELECT id * 2 - n, $2, id, 'a', 1, 'a', 'image/png' ${partsOf("image").replace("WHERE", ", generate_series(0, 1) n WHERE")}`,
	`INSERT INTO discord_message_attachments (id, guild_id, message_id, filename, size, url, content_type)
	SELECT -id, $2, id, 'a', 1, 'a', 'video/mp4' ${partsOf("video")}`,
	`INSERT INTO discord_message_embeds (guild_id, message_id) SELECT $2, id ${partsOf("embed")}`,
	`INSERT INTO discord_message_stickers (guild_id, message_id, sticker_id) SELECT $2, id, 1 ${partsOf("sticker")}`,
	`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name)
	SELECT $2, id, u, 'x' ${partsOf("reaction").replace("WHERE", `, unnest('{${people.slice(0, 2)}}'::bigint[]) u WHERE id % 4 < 3 AND`)}`,
	`INSERT INTO discord_message_reaction_counts (guild_id, message_id, emoji_key, emoji_name, count)
	SELECT $2, id, 'y', 'y', 3 ${partsOf("reaction")} AND id % 4 > 1`,
	`INSERT INTO discord_message_mentions (guild_id, message_id, mention_type, target_id)
	SELECT $2, id, 'user', t.value::bigint FROM ${staged}, json_array_elements_text(mentions) t`,
];
