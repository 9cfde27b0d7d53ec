import { describe, expect, it } from "vitest";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";
import {
	isMessageTypeName,
	isSystemMessage,
	messageTypeName,
	messageTypeNames,
	messageTypeNumber,
} from "./messages";

describe("message types", () => {
	it.each(messageTypeNames)("%s comes back from its number", (name) => {
		const number = messageTypeNumber(name);
		expect(number).toBeTypeOf("number");
		expect(messageTypeName(number ?? -1)).toBe(name);
	});

	it("has a sentence in both languages for everything Discord says", () => {
		const system = messageTypeNames.filter(isSystemMessage);
		expect(new Set(Object.keys(english.systemMessages))).toEqual(new Set(system));
		expect(new Set(Object.keys(german.systemMessages))).toEqual(new Set(system));
	});

	it("keeps what it does not know, and shows it as written", () => {
		expect(messageTypeName(13)).toBe("unknown_13");
		expect(messageTypeNumber("unknown_13")).toBe(13);
		expect(isSystemMessage("unknown_13")).toBe(false);
		expect(messageTypeNumber("hasOwnProperty")).toBeUndefined();
		expect(isMessageTypeName("__proto__")).toBe(false);
	});

	it("tells what was written from what happened", () => {
		expect(isSystemMessage("reply")).toBe(false);
		expect(isSystemMessage("guild_member_join")).toBe(true);
	});
});
