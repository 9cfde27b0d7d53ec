import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { guildEventPayloads, guildId } from "@/bot/tests/guild-payloads";
import { variantsOf } from "@/bot/tests/variants";

let feed: Feed;
beforeAll(async () => {
	feed = await openFeed();
});
afterAll(() => feed.close());

describe.each(guildEventPayloads)("%s", (event, data, required) => {
	const variants = variantsOf(data);
	const send = (payload: unknown) =>
		feed
			.send(frame(event, payload))
			.catch((error: unknown) => (error instanceof Error ? error : String(error)));

	it("is stored whole, and without whatever is optional", async () => {
		await feed.rows("DELETE FROM discord_guilds WHERE id <> 0");
		await feed.send(frame("GUILD_CREATE", { id: guildId, name: "Orchard" }));
		expect(await send(data)).toEqual([]);
		for (const { path, how, data: payload } of variants.filter(({ path }) => !required.test(path))) {
			expect(await send(payload), `${path} ${how}`).toEqual([]);
		}
	});

	it("is refused before anything is stored where it says too little", async () => {
		for (const { path, how, data: payload } of variants.filter(({ path }) => required.test(path))) {
			expect(await send(payload), `${path} ${how}`).toBeInstanceOf(ZodError);
		}
	});
});
