import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";

const read = (file: string) => readFile(path.resolve(import.meta.dirname, "..", file), "utf8");
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);

describe("the image built without Docker", () => {
	test("runs the Dockerfile's commands in its order", async () => {
		const [docker, script] = await Promise.all([read("Dockerfile"), read("scripts/image-steps.sh")]);
		const wanted = [...new Set(matches(docker, /^RUN (.+)$/gm))];
		expect(wanted.length).toBeGreaterThan(0);
		expect(matches(script, /^run (.+)$/gm)).toEqual(wanted);
	});

	test("copies what the Dockerfile copies", async () => {
		const [docker, script] = await Promise.all([read("Dockerfile"), read("scripts/image-steps.sh")]);
		const wanted = matches(docker, /^COPY --from=build (.+)$/gm);
		expect(wanted.length).toBeGreaterThan(0);
		expect(matches(script, /^copy (.+)$/gm)).toEqual(wanted);
	});

	test("has a worker on the commands' stage, as their user", async () => {
		const stages = (await read("Dockerfile")).split(/^FROM /m);
		const worker = stages.find((stage) => stage.startsWith("tools AS bot")) ?? "";
		expect(worker).toContain('"bot/main.ts"]');
		expect(stages.find((stage) => stage.startsWith("dependencies AS tools"))).toMatch(/^USER node$/m);
	});

	test("ends as a user without privileges, on the standalone server", async () => {
		const web = (await read("Dockerfile")).split(/^FROM /m).at(-1) ?? "";
		expect(web).toMatch(/^USER node$/m);
		expect(web).toMatch(/^CMD \["node", "server\.js"\]$/m);
	});
});
