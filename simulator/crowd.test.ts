import { afterAll, beforeAll, expect, it } from "vitest";
import { createPopulation } from "@/prisma/seed/population";
import { type Simulator, startSimulator } from "./server";

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.close());

it("has the members that the database is filled with", () => {
	const { world } = simulator.state;
	const servers = createPopulation(world).servers.filter(({ guild }) => guild.bot === "present");
	for (const { guild, crowd } of servers) {
		const present = crowd.members.filter((member) => member.leftAt === null).map(({ user }) => user.id);
		const served = [...(simulator.state.guild(guild.id)?.members.keys() ?? [])];
		expect(new Set(served)).toEqual(new Set(present));
		expect(served).toHaveLength(guild.memberCount);
	}
});
