import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../server";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.close());

describe("pictures", () => {
	it.each([
		"/embed/avatars/0.png",
		"/avatars/1/abc.webp?size=64",
		"/icons/1/abc.png",
		"/attachments/1/2/photo.jpg",
	])("%s is a PNG for ever", async (path) => {
		const response = await fetch(simulator.url + path);
		const bytes = new Uint8Array(await response.arrayBuffer());
		expect(response.headers.get("content-type")).toBe("image/png");
		expect(response.headers.get("cache-control")).toContain("immutable");
		expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
	});

	it("are the same for the same name and differ for another", async () => {
		const picture = async (name: string) =>
			Buffer.from(await (await fetch(`${simulator.url}/avatars/1/${name}.png`)).arrayBuffer()).toString(
				"hex",
			);
		expect(await picture("one")).toBe(await picture("one"));
		expect(await picture("one")).not.toBe(await picture("two"));
	});

	it("are missing where Discord has none", async () => {
		expect((await fetch(`${simulator.url}/embed/avatars/6.png`)).status).toBe(404);
		expect((await fetch(`${simulator.url}/attachments/1/2/notes.txt`)).status).toBe(404);
	});
});
