import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { fresh, messageEventPayloads } from "@/bot/tests/message-event-payloads";
import { guildId } from "@/bot/tests/payloads";
import { variantsOf } from "@/bot/tests/variants";

let feed: Feed;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
});
afterAll(() => feed.close());

describe.each(messageEventPayloads)("%s", (event, data, required) => {
	const variants = variantsOf(data);

	test("needs what a row needs", async () => {
		for (const variant of variants.filter(({ path }) => required.test(path))) {
			const sent = feed.send(frame(event, variant.data));
			const outcome = await sent.catch((error: unknown) => error);
			const label = `${variant.path} ${variant.how}`;
			if (variant.path === "guild_id") expect(outcome, label).toBeTruthy();
			else expect(outcome, label).toBeInstanceOf(ZodError);
		}
	});

	test("is stored without whatever is optional", async () => {
		for (const variant of variants.filter(({ path }) => !required.test(path))) {
			const outcome = await feed.send(frame(event, fresh(variant))).catch((error: unknown) => error);
			expect(outcome, `${variant.path} ${variant.how}`).toEqual([]);
		}
	});
});
