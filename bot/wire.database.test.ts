import { GatewayDispatchEvents } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handlerOf } from "@/bot/events/registry";
import { guildEventPayloads, guildId as orchard } from "@/bot/tests/guild-payloads";
import { fresh, messageEventPayloads } from "@/bot/tests/message-event-payloads";
import { guildId as meadow } from "@/bot/tests/payloads";
import { guildsIn, readRecorded, recorded } from "@/bot/tests/recorded";
import { variantsOf } from "@/bot/tests/variants";
import { openWire, type Wire } from "@/bot/tests/wire";

let wire: Wire;
beforeAll(async () => {
	wire = await openWire();
}, 120_000);
afterAll(() => wire.close());

type Letter = { sequence: number; event: string; reason: string };

/** What was kept as dead letters from this sequence on. */
const lettersSince = (sequence: number) =>
	wire.rows<Letter>(
		"SELECT sequence::int, event, reason FROM gateway_dead_letters WHERE sequence > $1 ORDER BY sequence",
		[sequence],
	);

const know = (guilds: readonly string[]) =>
	wire.rows(
		"INSERT INTO discord_guilds (id, name) SELECT unnest($1::bigint[]), 'heard of' ON CONFLICT DO NOTHING",
		[guilds],
	);

function expectAlive(): void {
	expect(wire.worker.child.exitCode, wire.worker.tail()).toBeNull();
}

describe("over a socket, to a worker that is a process of its own", { timeout: 180_000 }, () => {
	test("every event, with whatever is optional missing or null, is stored, ignored or kept as a dead letter", async () => {
		await know([orchard, meadow]);
		const before = wire.session().sequence;
		const refused = new Map<number, string>();
		const say = (event: string, data: unknown, isRefused: boolean, what: string) => {
			const sequence = wire.dispatch(event, data);
			if (isRefused) refused.set(sequence, `${event} ${what}`);
		};
		for (const [event, data, required] of guildEventPayloads) {
			say("GUILD_CREATE", { id: orchard, name: "Orchard" }, false, "");
			const whole = (payload: unknown) => (event === "READY" ? asReady(payload) : payload);
			say(event, whole(data), false, "");
			for (const { path, how, data: payload } of variantsOf(data))
				say(event, whole(payload), required.test(path), `${path} ${how}`);
		}
		for (const [event, data, required] of messageEventPayloads) {
			for (const variant of variantsOf(data)) {
				const isRefused = required.test(variant.path);
				say(event, isRefused ? variant.data : fresh(variant), isRefused, `${variant.path} ${variant.how}`);
			}
		}
		for (const event of Object.values(GatewayDispatchEvents)) {
			if (handlerOf(event)) continue;
			for (const data of [{}, null, { guild_id: null, user_id: null }]) say(event, data, false, "ignored");
		}
		const last = wire.dispatch("TYPING_START", null);
		expect(await wire.committed()).toBeGreaterThanOrEqual(last);
		const letters = await lettersSince(before);
		expect(letters.filter(({ sequence }) => !refused.has(sequence))).toEqual([]);
		const kept = new Set(letters.map(({ sequence }) => sequence));
		expect([...refused].filter(([sequence]) => !kept.has(sequence)).map(([, what]) => what)).toEqual([]);
		expect(letters.filter(({ reason }) => reason === "")).toEqual([]);
		expectAlive();
	});

	test("covers every event that leaves rows", () => {
		const played = new Set<string>([...guildEventPayloads, ...messageEventPayloads].map(([event]) => event));
		const stored = Object.values(GatewayDispatchEvents).filter((event) => handlerOf(event));
		expect(stored.filter((event) => !played.has(event))).toEqual([]);
	});

	test.skipIf(recorded.length === 0)(
		"the frames of ../shared/reference/gateway (skipped where it is absent) leave their rows and no dead letter",
		async () => {
			const frames = recorded.map(readRecorded);
			await know([...new Set(frames.flatMap(({ d }) => guildsIn(d)))]);
			const before = wire.session().sequence;
			const events = frames.filter(({ op, t }) => op === 0 && t);
			// Where the recorded session is resumed is no business of a test.
			for (const { t, d } of events) wire.dispatch(t ?? "", t === "READY" ? asReady(d) : d);
			for (const { op, text } of frames) if (op === 10 || op === 11) wire.control(text);
			const last = wire.dispatch("TYPING_START", null);
			expect(last).toBe(before + events.length + 1);
			expect(await wire.committed()).toBeGreaterThanOrEqual(last);
			expect(await lettersSince(before)).toEqual([]);
			expect(await leftBehind()).toEqual({
				...{ messages: true, channels: true, roles: true },
				...{ members: true, executions: true, entries: true },
			});
			for (const op of [7, 9]) {
				const { socket } = wire.session();
				wire.control(frames.find((frame) => frame.op === op)?.text ?? "");
				await wire.connected(socket);
			}
			wire.dispatch("TYPING_START", null);
			await wire.committed();
			expectAlive();
		},
	);
});

/** Where the session goes on: what the worker needs of every READY that it is told. */
const asReady = (data: unknown) => ({
	...(data as object),
	...{ session_id: wire.session().id, resume_gateway_url: wire.discord.state.gateway.url },
});

async function leftBehind() {
	const [counts] = await wire.rows(
		`SELECT (SELECT count(*) FROM discord_messages) > 0 AS messages, (SELECT count(*) FROM discord_channels) > 0 AS channels,
		(SELECT count(*) FROM discord_roles) > 0 AS roles, (SELECT count(*) FROM discord_guild_members) > 0 AS members,
		(SELECT count(*) FROM discord_command_executions) > 0 AS executions,
		(SELECT count(*) FROM discord_native_audit_log) > 0 AS entries`,
	);
	return counts;
}
