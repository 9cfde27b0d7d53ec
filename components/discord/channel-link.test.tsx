import { describe, expect, it } from "vitest";
import { renderDiscord } from "@/tests/setup/render-discord";
import { ChannelLink } from "./channel-link";

describe("ChannelLink", () => {
	const channel = { id: "300000000000000001", name: "general", type: "guild_text" };

	it("leads to the channel's own page", () => {
		expect(renderDiscord(<ChannelLink guildId="1" channel={channel} />)).toContain(
			'href="/guilds/1/channels/300000000000000001"',
		);
	});

	it("leads nowhere when the channel is there no more", () => {
		const html = renderDiscord(<ChannelLink guildId="1" channel={{ ...channel, type: null }} />);
		expect(html).toContain("general");
		expect(html).not.toContain("href");
	});
});
