import { expect, it } from "vitest";
import { renderDiscord } from "@/tests/setup/render-discord";
import { EmbedMedia } from "./embed-media";

it("links every picture of an embed once, its thumbnail with them", () => {
	const embed = { images: [{ url: "https://a.example/1.png", width: null, height: null }], video: null };
	const second = {
		...embed,
		images: [...embed.images, { url: "https://a.example/2.png", width: 1, height: 1 }],
	};
	const thumbnail = { url: "https://a.example/small.png" };
	const links = (media: Parameters<typeof EmbedMedia>[0]["embed"]) =>
		[...renderDiscord(<EmbedMedia embed={media} />).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
	expect(links({ ...second, thumbnail })).toEqual([
		"https://a.example/1.png",
		"https://a.example/2.png",
		"https://a.example/small.png",
	]);
	expect(links({ ...embed, thumbnail: { url: "https://a.example/1.png" } })).toHaveLength(1);
});
