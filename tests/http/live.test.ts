import { afterAll, afterEach, describe, expect, it } from "vitest";
import { LIVE_AT_ONCE } from "@/lib/live/seats";
import { type ServerEvent, serverEvents } from "@/tests/setup/event-stream";
import { asBot, database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { baseUrl, call, problemOf } from "./call";

const guild = guilds.small.id;
const elsewhere = guilds.medium.id;
const open = new Set<AbortController>();

afterEach(() => {
	for (const stream of open) stream.abort();
	open.clear();
});
afterAll(async () => {
	await database("DELETE FROM discord_audit_log WHERE action = 'live_test'");
});

/** Opens a stream as a browser does; closed after the test. */
async function watch(person: Visitor, topics: string, guildId = guild): Promise<Response> {
	const stream = new AbortController();
	open.add(stream);
	return fetch(`${baseUrl}/api/v1/guilds/${guildId}/live?topics=${topics}`, {
		headers: { cookie: `guildhall.session=${person.token}` },
		signal: stream.signal,
	});
}

async function next(events: AsyncGenerator<ServerEvent>): Promise<ServerEvent | undefined> {
	return (await events.next()).value;
}

const logged = (guildId = guild) =>
	asBot("INSERT INTO discord_audit_log (guild_id, action, reason) VALUES ($1, 'live_test', 'private')", [
		guildId,
	]);

describe("a live page", () => {
	it("is told within two seconds of what the bot wrote, and of nothing in another server", async () => {
		const events = serverEvents(await watch(await visitor({ levels: { [guild]: 3 } }), "audit,cases"));
		expect(await next(events)).toEqual({ event: "ready", data: { topics: ["audit", "cases"] } });
		await logged(elsewhere);
		const written = performance.now();
		await logged();
		expect(await next(events)).toEqual({ event: "changed", data: { topics: ["audit"] } });
		expect(performance.now() - written).toBeLessThan(2_000);
	});

	it("gets an answer that nobody on the way may hold back", async () => {
		const { status, headers } = await watch(await visitor({ levels: { [guild]: 3 } }), "audit");
		expect(status).toBe(200);
		expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
		expect(headers.get("cache-control")).toContain("no-transform");
		expect(headers.get("content-encoding")).toBeNull();
		expect(headers.get("x-accel-buffering")).toBe("no");
	});

	it("is refused a topic above its level, and does not exist for strangers", async () => {
		const helper = await visitor({ levels: { [guild]: 2 } });
		expect((await watch(helper, "cases")).status).toBe(200);
		expect((await problemOf(await watch(helper, "cases,audit"))).code).toBe("forbidden");
		const moderator = await visitor({ levels: { [guild]: 4 } });
		expect((await problemOf(await watch(moderator, "changes"))).code).toBe("forbidden");
		expect((await problemOf(await watch(moderator, "cases", elsewhere))).code).toBe("not_found");
	});

	/** What a stream says last, while there is always something to tell. */
	async function lastWords(person: Visitor): Promise<string | undefined> {
		const events = serverEvents(await watch(person, "audit"));
		expect((await next(events))?.event).toBe("ready");
		const told: string[] = [];
		const ended = (async () => {
			for await (const { event } of events) told.push(event);
			return "over";
		})();
		await database("UPDATE web_sessions SET revoked_at = now(), is_active = false WHERE user_id = $1", [
			person.id,
		]);
		await expect
			.poll(
				async () => {
					await logged();
					return Promise.race([ended, Promise.resolve("goes on")]);
				},
				{ timeout: 15_000, interval: 500 },
			)
			.toBe("over");
		return told.at(-1);
	}

	it("ends when the session is revoked", { timeout: 20_000 }, async () => {
		expect(await lastWords(await visitor({ levels: { [guild]: 7 } }))).toBe("refused");
	});

	it("shares one connection of the database with all others", { timeout: 60_000 }, async () => {
		const people = await Promise.all(Array.from({ length: 4 }, () => visitor({ levels: { [guild]: 3 } })));
		const answers = await Promise.all(
			people.flatMap((person) => Array.from({ length: 10 }, () => watch(person, "audit"))),
		);
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
		const streams = answers.map(serverEvents);
		expect((await Promise.all(streams.map(next))).map((event) => event?.event)).toEqual(
			answers.map(() => "ready"),
		);
		await logged();
		expect((await Promise.all(streams.map(next))).map((event) => event?.event)).toEqual(
			answers.map(() => "changed"),
		);
		const listening = await database(
			"SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'guildhall-live'",
		);
		expect(listening).toHaveLength(1);
	});

	it("is one of a few at a time, and makes room when it is closed", { timeout: 60_000 }, async () => {
		const person = await visitor({ levels: { [guild]: 3 } });
		const answers = await Promise.all(Array.from({ length: LIVE_AT_ONCE }, () => watch(person, "audit")));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect((await problemOf(await watch(person, "audit"))).code).toBe("too_many_at_once");
		for (const stream of open) stream.abort();
		await expect.poll(async () => (await watch(person, "audit")).status).toBe(200);
	});

	it("opens nothing for HEAD", async () => {
		const person = await visitor({ levels: { [guild]: 3 } });
		const head = () =>
			call(`/api/v1/guilds/${guild}/live?topics=audit`, { method: "HEAD", session: person.token });
		const answers = await Promise.all(Array.from({ length: LIVE_AT_ONCE + 1 }, head));
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
	});
});
