import { GatewayDispatchEvents } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { ignoredEvents } from "@/bot/events/ignored";
import { handlerOf, isKnownEvent } from "@/bot/events/registry";

const ignored: Record<string, { ignored: string }> = ignoredEvents;

describe("the table of events", () => {
	it.each(Object.values(GatewayDispatchEvents))("%s has a handler, or a reason not to", (event) => {
		expect(Boolean(handlerOf(event))).toBe(!Object.hasOwn(ignored, event));
		if (Object.hasOwn(ignored, event)) expect(ignored[event]?.ignored).toMatch(/\w+ \w+/);
	});

	it("knows which events nobody has decided about", () => {
		expect(handlerOf("GUILD_HOLOGRAM_CREATE")).toBeUndefined();
		expect(isKnownEvent("GUILD_HOLOGRAM_CREATE")).toBe(false);
		expect(Object.values(GatewayDispatchEvents).every(isKnownEvent)).toBe(true);
	});
});
