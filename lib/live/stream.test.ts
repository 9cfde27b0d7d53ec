import { expect, test, vi } from "vitest";
import { LiveStream } from "./stream";

test("whoever is gone before it opens leaves at once and keeps no place", async () => {
	const [leave, onEnd] = [vi.fn(), vi.fn()];
	const stream = new LiveStream({
		topics: ["audit"],
		join: async () => leave,
		mayStill: async () => true,
		onEnd,
	});
	stream.end();
	const opened = await stream.open();
	expect(await new Response(opened).text()).toBe("");
	expect([leave, onEnd].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
