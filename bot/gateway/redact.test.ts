import { describe, expect, test } from "vitest";
import { redact } from "@/bot/gateway/redact";

const interaction = {
	id: "1040262918204751892",
	token: "aW50ZXJhY3Rpb24",
	type: 2,
	member: { joined_at: "2026-01-02T03:04:05.678000+00:00", nick: "Amber", roles: ["902114735018344448"] },
	data: { options: [{ name: "reason", type: 3, value: "he said something private" }] },
	message: { embeds: [{ title: "A title", color: 5 }], webhook: { token: null } },
	phone: "4915112345678",
};

describe("a frame that is kept for finding out what was wrong with it", () => {
	test("has no token, whatever else may be stored", () => {
		const kept = redact(interaction, true);
		expect(kept).toEqual({ ...interaction, token: "[15 characters]" });
	});

	test("has nothing that somebody wrote, where that is not stored", () => {
		expect(redact(interaction, false)).toEqual({
			id: "1040262918204751892",
			token: "[15 characters]",
			type: 2,
			member: {
				joined_at: "2026-01-02T03:04:05.678000+00:00",
				nick: "[5 characters]",
				roles: ["902114735018344448"],
			},
			data: { options: [{ name: "[6 characters]", type: 3, value: "[25 characters]" }] },
			message: { embeds: [{ title: "[7 characters]", color: 5 }], webhook: { token: null } },
			phone: "[13 characters]",
		});
	});

	test("stays what it is where it is no object", () => {
		expect(redact(null, false)).toBeNull();
		expect(redact(7, false)).toBe(7);
	});
});
