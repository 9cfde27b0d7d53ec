import { describe, expect, it } from "vitest";
import { ana, cdn, renderDiscord } from "@/tests/setup/render-discord";
import { Avatar } from "./avatar";

describe("Avatar", () => {
	it("is initials without a picture, with a wrong hash and without a CDN", () => {
		for (const person of [
			{ ...ana, avatar: null },
			{ ...ana, avatar: "../x" },
		]) {
			expect(renderDiscord(<Avatar person={person} cdn={cdn} />)).not.toContain("<img");
		}
		expect(renderDiscord(<Avatar person={ana} cdn={null} />)).toContain(">A</span>");
	});
});
