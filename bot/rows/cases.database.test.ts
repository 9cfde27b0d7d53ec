import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { settleCases } from "@/bot/rows/settle-cases";
import { botId, type Feed, frame, openFeed } from "@/bot/tests/feed";
import { guildId, idAt, membership, person } from "@/bot/tests/payloads";

const silent = pino({ level: "silent" });
const moderator = person(900).id;
const role = "1441000000000000501";

let feed: Feed;
let target = 0;
let member: string;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
	await feed.rows(
		"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $2, 'Role', 1, 0)",
		[role, guildId],
	);
});
afterAll(() => feed.close());
beforeEach(() => {
	target += 1;
	member = person(target).id;
});

let low = 0;

/** An entry made at a time of 2026-11-21; the feed hears everything at noon. */
function entry(action: number, time: string, fields: object = {}) {
	low += 1;
	return frame("GUILD_AUDIT_LOG_ENTRY_CREATE", {
		...{ id: idAt(time, low), guild_id: guildId, action_type: action, user_id: moderator, target_id: member },
		...{ reason: "spam", ...fields },
	});
}

const [kick, ban, unban] = [20, 22, 23];
const timeout = (time: string, until: string | null, before?: string, fields: object = {}) =>
	entry(24, time, {
		changes: [
			{
				key: "communication_disabled_until",
				...(until && { new_value: until }),
				...(before && { old_value: before }),
			},
		],
		...fields,
	});

type Case = Record<string, unknown>;
const cases = () =>
	feed.rows<Case>("SELECT * FROM cases WHERE case_user_id = $1 ORDER BY case_number", [member]);

/** A case as the dashboard or a bot writes it. */
async function written(type: string, time: string, fields: { metadata?: object } = {}): Promise<number> {
	const [row] = await feed.rows<{ case_number: number }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at, case_metadata)
		VALUES ($1, $2, 'written', $3, $4, $5, $6) RETURNING case_number`,
		[guildId, type, moderator, member, `2026-11-21T${time}Z`, JSON.stringify(fields.metadata ?? {})],
	);
	return row?.case_number ?? 0;
}

describe("what nobody wrote down becomes a case", () => {
	test("a ban, with its moderator, reason, moment and the roles that the member had", async () => {
		const joined = { guild_id: guildId, user: person(target), ...membership(role) };
		await feed.send(frame("GUILD_MEMBER_ADD", joined));
		await feed.send(
			frame("GUILD_MEMBER_REMOVE", { guild_id: guildId, user: person(target) }),
			entry(ban, "12:00:00.000"),
		);
		expect(await cases()).toMatchObject([
			{
				...{ case_type: "BAN", case_status: true, case_reason: "spam", case_moderator_id: moderator },
				...{ created_at: "2026-11-21T12:00:00.000Z", resolved_at: null, case_expires_at: null },
				...{ case_user_roles: [role], order_state: "none", case_metadata: { source: "audit_log" } },
			},
		]);
	});

	test("a kick, which is over at once", async () => {
		await feed.send(entry(kick, "11:00:00.000", { reason: undefined }));
		expect(await cases()).toMatchObject([
			{ case_type: "KICK", case_status: false, case_reason: "", resolved_at: "2026-11-21T11:00:00.000Z" },
		]);
	});

	test("a timeout with its end; a changed one ends the case before, a lifted one both", async () => {
		const [first, second] = ["2026-11-21T20:00:00.000000+00:00", "2026-11-22T20:00:00.000000+00:00"];
		await feed.send(timeout("11:00:00.000", first));
		expect(await cases()).toMatchObject([
			{ case_type: "TIMEOUT", case_expires_at: "2026-11-21T20:00:00.000Z" },
		]);
		await feed.send(timeout("11:10:00.000", second, first));
		expect(await cases()).toMatchObject([
			{ case_status: false, resolved_at: "2026-11-21T11:10:00.000Z" },
			{ case_type: "TIMEOUT", case_status: true },
		]);
		await feed.send(timeout("11:20:00.000", null, second));
		expect(await cases()).toMatchObject([
			{ case_status: false, resolved_at: "2026-11-21T11:10:00.000Z" },
			{ case_status: false, resolved_at: "2026-11-21T11:20:00.000Z" },
			{ case_type: "UNTIMEOUT", case_status: false },
		]);
	});

	test("a timeout by a rule, until when the member's own event says", async () => {
		const rule = { action_type: 145, options: { auto_moderation_rule_name: "No slurs" }, reason: null };
		const until = "2026-11-21T12:10:00.000Z";
		await feed.send(
			frame("GUILD_MEMBER_UPDATE", {
				...{ guild_id: guildId, user: person(target), ...membership(role) },
				communication_disabled_until: until,
			}),
			entry(145, "12:00:00.000", rule),
		);
		expect(await cases()).toMatchObject([
			{
				...{ case_type: "TIMEOUT", case_status: true, case_reason: "AutoMod: No slurs" },
				...{ case_expires_at: until, case_moderator_id: moderator, resolved_at: null },
			},
		]);
	});

	test("a timeout by a rule that is heard before the member's event, when that has come", async () => {
		const until = "2026-11-21T12:10:00.000Z";
		const member = { guild_id: guildId, user: person(target), ...membership(role) };
		await feed.send(frame("GUILD_MEMBER_ADD", member), entry(145, "12:00:00.000"));
		expect(await cases()).toEqual([]);
		await feed.send(frame("GUILD_MEMBER_UPDATE", { ...member, communication_disabled_until: until }));
		const settle = () => settleCases(feed.scope, botId, silent, new Date("2026-11-21T12:02:00Z"));
		expect([await settle(), await settle()]).toEqual([1, 0]);
		expect(await cases()).toMatchObject([
			{ case_type: "TIMEOUT", case_expires_at: until, case_status: true },
		]);
	});

	test("other changes of a member, and the end of a timeout that had run out, are none", async () => {
		await feed.send(
			entry(24, "11:00:00.000", { changes: [{ key: "nick", new_value: "x" }] }),
			timeout("11:00:00.000", null, "2026-11-21T10:00:00.000000+00:00"),
			entry(ban, "11:00:00.000", { user_id: null }),
		);
		expect(await cases()).toEqual([]);
	});

	test("once, however often the entry comes", async () => {
		const again = entry(ban, "11:00:00.000");
		await feed.send(again, again);
		await feed.send(again);
		expect(await cases()).toHaveLength(1);
	});

	test("closed at once, where the log is read from its new end", async () => {
		const later = entry(unban, "11:30:00.000");
		await feed.send(later);
		await feed.send(entry(ban, "11:00:00.000"));
		expect(await cases()).toMatchObject([
			{ case_type: "UNBAN" },
			{ case_type: "BAN", case_status: false, resolved_at: "2026-11-21T11:30:00.000Z" },
		]);
	});
});

describe("what somebody wrote down is linked", () => {
	test("by the number that this application's reason carries, whenever the case was made", async () => {
		const number = await written("TEMPBAN", "03:00:00.000");
		await feed.send(entry(ban, "11:00:00.000", { user_id: botId, reason: `Case #${number}: spam` }));
		expect(await cases()).toMatchObject([{ case_number: number, audit_log_entry_id: expect.any(String) }]);
	});

	test("not by a number that a person writes, nor by that of another member's case", async () => {
		const number = await written("BAN", "03:00:00.000");
		await feed.send(entry(ban, "11:00:00.000", { reason: `Case #${number}` }));
		expect(await cases()).toMatchObject([{ audit_log_entry_id: null }, { case_type: "BAN" }]);
		member = person(800).id;
		const other = { user_id: botId, reason: `Case #${number}` };
		await feed.send(entry(kick, "09:00:00.000", other));
		expect(await cases()).toMatchObject([{ case_type: "KICK" }]);
	});

	test("the end of a temporary ban belongs to its case and is none of its own", async () => {
		const number = await written("TEMPBAN", "03:00:00.000");
		const ours = { user_id: botId, reason: `Case #${number}: over` };
		await feed.send(entry(ban, "03:00:01.000", ours), entry(unban, "11:00:00.000", ours));
		expect(await cases()).toMatchObject([{ case_number: number, case_type: "TEMPBAN", case_status: false }]);
	});

	test("a timeout whose end the dashboard moved stays the open case that it is", async () => {
		const number = await written("TIMEOUT", "03:00:00.000");
		const ours = { user_id: botId, reason: `Case #${number}: longer` };
		const [first, second] = ["2026-11-21T20:00:00.000000+00:00", "2026-11-22T20:00:00.000000+00:00"];
		await feed.send(
			timeout("03:00:01.000", first, undefined, ours),
			timeout("11:00:00.000", second, first, ours),
		);
		expect(await cases()).toMatchObject([{ case_number: number, case_status: true }]);
	});

	test.each(["10:59:01.000", "11:00:59.000"])(
		"by type, member and a minute's nearness: made at %s",
		async (time) => {
			await written("HACKBAN", time);
			await written("KICK", time);
			await feed.send(entry(ban, "11:00:00.000"));
			expect(await cases()).toMatchObject([
				{ audit_log_entry_id: expect.any(String) },
				{ audit_log_entry_id: null },
			]);
		},
	);

	test("only within a minute, and never twice", async () => {
		await written("BAN", "10:58:59.000");
		await feed.send(entry(ban, "11:00:00.000"));
		expect(await cases()).toHaveLength(2);
		await feed.send(entry(ban, "11:00:30.000"));
		expect(await cases()).toHaveLength(3);
	});
});

describe("what this application did and nobody has written down yet", () => {
	const ours = { user_id: botId, reason: null };

	test("waits for its case, which is then linked", async () => {
		await feed.send(entry(ban, "12:00:00.000", ours));
		expect(await cases()).toEqual([]);
		await written("BAN", "12:00:02.000");
		await settle();
		expect(await cases()).toMatchObject([{ audit_log_entry_id: expect.any(String), case_reason: "written" }]);
	});

	test("becomes a case when none came", async () => {
		await feed.send(entry(kick, "12:00:00.000", ours));
		await settle();
		await settle();
		expect(await cases()).toMatchObject([{ case_type: "KICK", case_moderator_id: botId }]);
	});

	test("becomes one at once, when it is old news", async () => {
		await feed.send(entry(kick, "09:00:00.000", ours));
		expect(await cases()).toHaveLength(1);
	});

	const settle = () => settleCases(feed.scope, botId, silent, new Date("2026-11-21T12:05:00Z"));
});

describe("an unban", () => {
	test("ends the open bans before it, and no others", async () => {
		await written("BAN", "08:00:00.000");
		await written("HACKBAN", "09:00:00.000");
		await written("TIMEOUT", "09:00:00.000");
		await written("BAN", "11:30:00.000");
		await feed.send(entry(unban, "11:00:00.000"));
		const rows = await cases();
		expect(rows.map(({ case_status }) => case_status)).toEqual([false, false, true, true, false]);
		expect(rows[0]).toMatchObject({ resolved_at: "2026-11-21T11:00:00.000Z", updated_by: moderator });
	});
});

test("numbers stay gapless", async () => {
	const [row] = await feed.rows<{ cases: number; last: number; counted: number }>(
		`SELECT count(*)::int AS cases, max(case_number) AS last,
			(SELECT case_count FROM discord_guilds WHERE id = $1) AS counted FROM cases WHERE guild_id = $1`,
		[guildId],
	);
	expect(row?.last).toBe(row?.cases);
	expect(row?.counted).toBe(row?.cases);
});
