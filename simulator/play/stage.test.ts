import { afterAll, beforeAll, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../server";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, control: true });
});
afterAll(() => simulator.close());

const play = (method: string, body?: object) =>
	fetch(`${simulator.url}/_simulator/play`, { method, ...(body && { body: JSON.stringify(body) }) });

it("begins, tells and ends a play from outside", async () => {
	expect(await (await play("GET")).json()).toEqual({ running: false, report: null });
	expect((await play("POST", { rate: null, events: 50 })).status).toBe(204);
	await expect
		.poll(async () => ((await (await play("GET")).json()) as { running: boolean }).running)
		.toBe(false);
	const { report } = (await (await play("GET")).json()) as { report: { events: number } };
	expect(report.events).toBeGreaterThanOrEqual(50);

	await play("POST", { rate: 1 });
	expect(await (await play("DELETE")).json()).toMatchObject({ running: false });
});

it.each([
	[{ rate: 0 }, 400],
	[{ rate: 1, speed: 2 }, 400],
	[{ rate: 1, guildId: "100000000000000000" }, 404],
])("refuses %j", async (body, status) => {
	expect((await play("POST", body)).status).toBe(status);
});

it("lives by itself where that is asked for", async () => {
	const live = await startSimulator({ port: 0, live: true });
	const seen = new Promise((resolve) => live.state.core.stream.listen(resolve));
	expect(await seen).toMatchObject({ guildId: live.state.world.guilds[0]?.id });
	await live.close();
}, 20_000);
