import { describe, expect, it } from "vitest";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import { isMessageTypeName, isSystemMessage, messageTypeName, messageTypeNames } from "./messages";

describe("message types", () => {
	it("have a number of their own each", () => {
		const known = Array.from({ length: 100 }, (_, number) => messageTypeName(number)).filter(
			isMessageTypeName,
		);
		expect(known).toHaveLength(messageTypeNames.length);
		expect(new Set(known)).toEqual(new Set(messageTypeNames));
	});

	it("has a sentence in both languages for everything Discord says", () => {
		const system = messageTypeNames.filter(isSystemMessage);
		expect(new Set(Object.keys(english.systemMessages))).toEqual(new Set(system));
		expect(new Set(Object.keys(german.systemMessages))).toEqual(new Set(system));
	});

	it("keeps what it does not know, and shows it as written", () => {
		expect(messageTypeName(13)).toBe("unknown_13");
		expect(isSystemMessage("unknown_13")).toBe(false);
		expect(isMessageTypeName("hasOwnProperty")).toBe(false);
		expect(isMessageTypeName("__proto__")).toBe(false);
	});

	it("tells what was written from what happened", () => {
		expect(isSystemMessage("reply")).toBe(false);
		expect(isSystemMessage("guild_member_join")).toBe(true);
	});
});
