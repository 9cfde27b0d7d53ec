import { describe, expect, it } from "vitest";
import { visitor } from "@/tests/setup/visitor";
import { baseUrl, problemOf } from "./call";

/** A body that does not say how long it is and never ends, and how much of it was taken. */
function endless(): { body: ReadableStream<Uint8Array>; sent: () => number } {
	let sent = 0;
	const chunk = new Uint8Array(64 * 1024).fill(32);
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			await new Promise((resolve) => setTimeout(resolve, 1));
			sent += chunk.byteLength;
			controller.enqueue(chunk);
		},
	});
	return { body, sent: () => sent };
}

describe("a body without an end", () => {
	it("is refused at the limit instead of being kept in memory", async () => {
		const { token } = await visitor();
		const { body, sent } = endless();
		const response = await fetch(new URL("/api/v1/me/preferences", baseUrl), {
			method: "PUT",
			headers: {
				cookie: `guildhall.session=${token}`,
				origin: baseUrl,
				"content-type": "application/json",
			},
			body,
			duplex: "half",
		} as RequestInit);
		expect(await problemOf(response)).toMatchObject({ status: 413, code: "too_large" });
		expect(sent()).toBeLessThan(16 * 1024 * 1024);
	});
});
