import { afterAll, beforeAll, expect, test } from "vitest";
import { bury } from "@/bot/gateway/dead-letters";
import { isDataError, reasonOf } from "@/bot/gateway/failures";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";

let feed: Feed;
beforeAll(async () => {
	feed = await openFeed();
});
afterAll(() => feed.close());

test("a frame is buried without its token, and without what was written where that is not stored", async () => {
	const told = frame("INTERACTION_CREATE", {
		id: "1040262918204751892",
		token: "secret",
		content: "private",
	});
	for (const storeContent of [true, false]) {
		await bury(feed.scope, [{ frame: told, reason: "for the test" }], storeContent);
	}
	const buried = await feed.rows("SELECT frame FROM gateway_dead_letters ORDER BY id");
	expect(buried).toEqual([
		{ frame: { id: "1040262918204751892", token: "[6 characters]", content: "private" } },
		{ frame: { id: "1040262918204751892", token: "[6 characters]", content: "[7 characters]" } },
	]);
});

test("the reason does not quote what could not be stored", async () => {
	const failure = await feed
		.rows("SELECT ($1::text)::integer", ["something private"])
		.catch((error: unknown) => error);
	expect(isDataError(failure)).toBe(true);
	expect(reasonOf(failure)).toBe("22P02: invalid input syntax for type integer");
});
