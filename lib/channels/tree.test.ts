import { expect, test } from "vitest";
import { channelTree } from "./tree";

const channel = (id: string, type: string, position: number, parentId: string | null = null) => ({
	id,
	type,
	position,
	parentId,
});

test("channels without a category come before the categories", () => {
	const tree = channelTree([
		channel("10", "guild_category", 0),
		channel("11", "guild_text", 1, "10"),
		channel("12", "guild_text", 9),
	]);
	expect(
		tree.map(({ category, channels }) => [category?.id, channels.map((each) => each.channel.id)]),
	).toEqual([
		[undefined, ["12"]],
		["10", ["11"]],
	]);
});

test("voice stands below text, whatever its position; equal positions go by age", () => {
	const [group] = channelTree([
		channel("3", "guild_voice", 0),
		channel("10", "guild_text", 5),
		channel("9", "guild_text", 5),
	]);
	expect(group?.channels.map((each) => each.channel.id)).toEqual(["9", "10", "3"]);
});

test("threads hang under their channel", () => {
	const [group] = channelTree([channel("1", "guild_forum", 0), channel("2", "public_thread", 0, "1")]);
	expect(group?.channels).toHaveLength(1);
	expect(group?.channels[0]?.threads.map(({ id }) => id)).toEqual(["2"]);
});

test("a channel whose category is gone counts as having none", () => {
	const [group] = channelTree([channel("2", "guild_text", 0, "999")]);
	expect(group?.category).toBeNull();
});
