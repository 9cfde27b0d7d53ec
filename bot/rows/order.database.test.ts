import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Frame } from "@/bot/events/handler";
import { Chance } from "@/bot/tests/chance";
import { type Feed, openFeed } from "@/bot/tests/feed";
import { forget, guildSnapshot, type Snapshot } from "@/bot/tests/guild-snapshot";
import { GuildStory } from "@/bot/tests/guild-story";

const seeds = [1, 2, 3, 4, 5, 6];
const length = 160;

let feed: Feed;
beforeAll(async () => {
	feed = await openFeed();
});
afterAll(() => feed.close());

async function rowsOf(batches: readonly Frame[][]): Promise<{ refused: number[]; rows: Snapshot }> {
	await forget(feed);
	const refused: number[] = [];
	for (const batch of batches) {
		refused.push(...(await feed.send(...batch)).map(({ frame }) => frame.sequence));
	}
	return { refused, rows: await guildSnapshot(feed) };
}

function split(frames: readonly Frame[], chance: Chance): Frame[][] {
	const batches: Frame[][] = [[]];
	for (const frame of frames) {
		if (chance.yes(0.15)) batches.push([]);
		batches.at(-1)?.push(frame);
	}
	return batches;
}

describe.each(seeds)("the frames of story %i", (seed) => {
	const chance = new Chance(seed);
	const frames = new GuildStory(chance).frames(length);
	const oneByOne = frames.map((frame) => [frame]);

	it("leave the same rows one by one, all at once and in any batches", async () => {
		const expected = await rowsOf(oneByOne);
		expect(expected.rows).toHaveProperty(
			"discord_guild_members.length",
			expect.toSatisfy((many) => many > 10),
		);
		expect(await rowsOf([frames])).toEqual(expected);
		expect(await rowsOf(split(frames, chance))).toEqual(expected);
	});

	it("undo nothing when they come late, or all again", async () => {
		const { rows: expected } = await rowsOf(oneByOne);
		for (const frame of chance.shuffled(frames)) await feed.send(frame);
		expect(await guildSnapshot(feed)).toEqual(expected);
		await feed.send(...frames);
		expect(await guildSnapshot(feed)).toEqual(expected);
	});
});
