import { describe, expect, it } from "vitest";
import { SIMULATED_CLIENT } from "../server";
import { SimulatorState } from "../state";
import { dumpGuild } from "../state/dump";
import { Play, play } from "./play";

const harbor = "902114735018344448";

/** A state whose clock advances a little with every look at it. */
function freshState() {
	let now = Date.parse("2026-11-21T12:00:00Z");
	return new SimulatorState({
		...SIMULATED_CLIENT,
		seed: 1,
		now: () => new Date(now++),
		rateLimit: { limit: 50, windowMs: 1_000 },
	});
}

function played(events: number, seed: number) {
	const state = freshState();
	const names = new Map<string, number>();
	state.core.stream.listen(({ name }) => names.set(name, (names.get(name) ?? 0) + 1));
	const performance = new Play(state, { seed });
	while (performance.events < events) performance.step();
	performance.end();
	return { state, names, dump: dumpGuild(state.core, state.core.guild(harbor)) };
}

describe("the play", { timeout: 60_000 }, () => {
	it("is the same for the same seed, and another for another", () => {
		const [one, two, other] = [played(2_000, 5), played(2_000, 5), played(2_000, 6)];
		expect(JSON.stringify(one.dump)).toBe(JSON.stringify(two.dump));
		expect(JSON.stringify(one.dump)).not.toBe(JSON.stringify(other.dump));
	});

	it("shows every kind of event, most of them messages", () => {
		const { names } = played(40_000, 1);
		const total = [...names.values()].reduce((sum, count) => sum + count, 0);
		expect((names.get("MESSAGE_CREATE") ?? 0) / total).toBeGreaterThan(0.4);
		expect(new Set(names.keys())).toEqual(new Set(kinds));
	});

	it("leaves a state that agrees with itself", () => {
		const { dump } = played(20_000, 2);
		const roles = new Set(dump.roles.map(({ id }) => id));
		const channels = new Set(dump.channels.map(({ id }) => id));
		for (const member of dump.members) for (const id of member.roles) expect(roles).toContain(id);
		for (const { parent_id } of dump.threads) expect(channels).toContain(parent_id);
		for (const { channel_id } of dump.voice_states) expect(channels).toContain(channel_id);
		const members = new Set(dump.members.map(({ user }) => user.id));
		for (const { user_id } of dump.voice_states) expect(members).toContain(user_id);
		for (const { user_id } of dump.bans) expect(members).not.toContain(user_id);
		const ids = dump.messages.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(dump.guild.member_count).toBe(dump.members.length);
	}, 20_000);

	it("plays until as many events were sent, and stops when told to", async () => {
		const report = await play(freshState(), { rate: Number.POSITIVE_INFINITY, events: 1_000 });
		expect(report.events).toBeGreaterThanOrEqual(1_000);
		const controller = new AbortController();
		const endless = play(freshState(), { rate: 1, signal: controller.signal });
		controller.abort();
		expect((await endless).events).toBe(0);
	});
});

const kinds = [
	"CHANNEL_CREATE",
	"CHANNEL_DELETE",
	"CHANNEL_PINS_UPDATE",
	"CHANNEL_UPDATE",
	"GUILD_AUDIT_LOG_ENTRY_CREATE",
	"GUILD_BAN_ADD",
	"GUILD_BAN_REMOVE",
	"GUILD_EMOJIS_UPDATE",
	"GUILD_MEMBER_ADD",
	"GUILD_MEMBER_REMOVE",
	"GUILD_MEMBER_UPDATE",
	"GUILD_ROLE_CREATE",
	"GUILD_ROLE_DELETE",
	"GUILD_ROLE_UPDATE",
	"GUILD_SCHEDULED_EVENT_CREATE",
	"GUILD_SCHEDULED_EVENT_DELETE",
	"GUILD_SCHEDULED_EVENT_UPDATE",
	"GUILD_SCHEDULED_EVENT_USER_ADD",
	"GUILD_SCHEDULED_EVENT_USER_REMOVE",
	"GUILD_STICKERS_UPDATE",
	"GUILD_UPDATE",
	"INTERACTION_CREATE",
	"INVITE_CREATE",
	"INVITE_DELETE",
	"MESSAGE_CREATE",
	"MESSAGE_DELETE",
	"MESSAGE_DELETE_BULK",
	"MESSAGE_REACTION_ADD",
	"MESSAGE_REACTION_REMOVE",
	"MESSAGE_REACTION_REMOVE_ALL",
	"MESSAGE_REACTION_REMOVE_EMOJI",
	"MESSAGE_UPDATE",
	"THREAD_CREATE",
	"THREAD_DELETE",
	"THREAD_MEMBERS_UPDATE",
	"THREAD_UPDATE",
	"VOICE_STATE_UPDATE",
	"WEBHOOKS_UPDATE",
];
