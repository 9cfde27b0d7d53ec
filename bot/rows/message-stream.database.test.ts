import { afterEach, expect, test } from "vitest";
import type { Frame } from "@/bot/events/handler";
import { type Feed, openFeed } from "@/bot/tests/feed";
import { randomFrames } from "@/bot/tests/message-stream";
import { guildId } from "@/bot/tests/payloads";
import { snapshotOf } from "@/bot/tests/snapshot";
import { differences, recounts } from "@/prisma/tests/recounts";
import { seeded } from "@/prisma/tests/rollup-steps";

const open: Feed[] = [];

async function feedWithGuild(): Promise<Feed> {
	const feed = await openFeed();
	open.push(feed);
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
	return feed;
}

afterEach(async () => {
	for (const feed of open.splice(0)) await feed.close();
});

/** Batches of up to `most` frames. */
function cut(frames: readonly Frame[], most: number, random: () => number): Frame[][] {
	const batches: Frame[][] = [];
	for (let from = 0; from < frames.length; ) {
		const size = 1 + Math.floor(random() * most);
		batches.push(frames.slice(from, from + size));
		from += size;
	}
	return batches;
}

test.each([1, 2, 3, 4])("however the stream of seed %i is cut, the rows are the same", async (seed) => {
	const random = seeded(seed);
	const frames = randomFrames(random, 220);
	const single = await feedWithGuild();
	for (const frame of frames) await single.send(frame);
	const expected = await snapshotOf(single);
	expect(expected.messages.length).toBeGreaterThan(3);
	expect(expected.counts.length).toBeGreaterThan(0);
	for (const most of [4, 30, frames.length]) {
		const feed = await feedWithGuild();
		for (const batch of cut(frames, most, random)) await feed.send(...batch);
		expect(await snapshotOf(feed)).toEqual(expected);
		for (const recount of recounts) {
			const { rows } = await feed.db.pool("guildhall_owner").query(differences(recount));
			expect(rows).toEqual([]);
		}
	}
});

test("counts of reactions are those of the people listed, where everybody is", async () => {
	const feed = await feedWithGuild();
	await feed.send(...randomFrames(seeded(77), 400));
	const wrong = await feed.rows(
		`SELECT coalesce(c.message_id, r.message_id) AS message, c.count, r.listed
		FROM discord_message_reaction_counts c
			FULL JOIN (
				SELECT message_id, emoji_key, count(*)::int AS listed FROM discord_message_reactions GROUP BY 1, 2
			) r ON r.message_id = c.message_id AND r.emoji_key = c.emoji_key
		WHERE c.count IS DISTINCT FROM r.listed`,
	);
	expect(wrong).toEqual([]);
});
