import { describe, expect, it } from "vitest";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import {
	channelIcon,
	channelTypeName,
	holdsMessages,
	isChannelTypeName,
	isForum,
	isThread,
	isVoice,
} from "./channels";

const known = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

describe("channel types", () => {
	it.each(known)("number %i has a name, a picture and two labels", (number) => {
		const name = channelTypeName(number);
		expect(isChannelTypeName(name)).toBe(true);
		expect(channelIcon(name)).not.toBe("unknown");
		expect(english.channelTypes).toHaveProperty(name);
		expect(german.channelTypes).toHaveProperty(name);
	});

	it("keeps what it does not know", () => {
		expect(channelTypeName(99)).toBe("unknown_99");
		expect(channelIcon("unknown_99")).toBe("unknown");
		expect(isChannelTypeName("constructor")).toBe(false);
	});

	it("tells threads, voice, forums and what holds messages apart", () => {
		const named = known.map(channelTypeName);
		expect(named.filter(isThread)).toEqual(["announcement_thread", "public_thread", "private_thread"]);
		expect(named.filter(isVoice)).toEqual(["guild_voice", "guild_stage_voice"]);
		expect(named.filter(isForum)).toEqual(["guild_forum", "guild_media"]);
		expect(named.filter((name) => !holdsMessages(name))).toEqual([
			"guild_category",
			"guild_directory",
			"guild_forum",
			"guild_media",
		]);
	});
});
