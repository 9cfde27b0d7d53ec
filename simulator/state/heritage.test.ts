import { expect, it } from "vitest";
import { createPopulation } from "@/prisma/seed/population";
import { SIMULATED_CLIENT } from "../server";
import { SimulatorState } from "../state";
import { dumpGuild } from "./dump";

const state = new SimulatorState({
	...SIMULATED_CLIENT,
	seed: 1,
	now: () => new Date("2026-11-21T12:00:00Z"),
	rateLimit: { limit: 50, windowMs: 1_000 },
});

const ids = (things: Iterable<unknown>) => new Set([...things].map(String));

it("begins with what the demo's database knows as still standing", () => {
	for (const server of createPopulation(state.world).servers.filter(({ guild }) => guild.bot === "present")) {
		const guild = state.core.guild(server.guild.id);
		const dump = dumpGuild(state.core, guild);
		const standing = server.standing();
		const open = standing.threads.filter(({ archived }) => !archived);
		expect(ids(guild.threads.keys())).toEqual(ids(open.map(({ id }) => id)));
		const live = standing.rows("discord_voice_states").filter((row) => row.left_at === null);
		expect(ids(guild.voice.keys())).toEqual(ids(live.map((row) => row.user_id)));
		const hooks = standing.rows("discord_webhooks").filter((row) => row.deleted_at === null);
		expect(ids(guild.webhooks.keys())).toEqual(ids(hooks.map((row) => row.id)));
		const ahead = ["scheduled", "active"];
		const events = standing
			.rows("discord_scheduled_events")
			.filter((row) => ahead.includes(String(row.status)));
		expect(ids(guild.events.keys())).toEqual(ids(events.map((row) => row.id)));
		for (const { user_id } of dump.bans) expect(guild.members.has(user_id)).toBe(false);
	}
	const [harbor] = state.world.guilds;
	const { threads, voice_states, invites, bans } = dumpGuild(state.core, state.core.guild(harbor?.id ?? ""));
	for (const things of [threads, voice_states, invites, bans]) expect(things.length).toBeGreaterThan(0);
});
