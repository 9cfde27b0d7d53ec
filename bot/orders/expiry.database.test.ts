import pino from "pino";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { endExpired } from "@/bot/orders/expiry";
import { BOT, GUILD, openDesk } from "@/bot/tests/order-desk";

const silent = pino({ level: "silent" });
const { db, discord, scope, place, outcome } = await openDesk();
const owner = db.pool("guildhall_owner");
const guild = discord.state.core.guild(GUILD);
/** Somebody of the simulated crowd who is not banned; after a test that leaves its ban, somebody else. */
let member: string;

beforeEach(() => {
	member =
		[...guild.members.keys()].find((id) => id !== BOT && guild.members.get(id)?.roles.length === 0) ?? "";
});

/** A temporary ban that Discord has in force, as the worker hears of it. @returns its case's id */
async function ban(): Promise<string> {
	const placed = await place("ban", { target: member, withCase: "TEMPBAN" });
	expect(await outcome(placed)).toMatchObject({ state: "done" });
	await owner.query("INSERT INTO discord_users (id, username) VALUES ($1, 'banned') ON CONFLICT DO NOTHING", [
		member,
	]);
	await owner.query("INSERT INTO discord_guild_bans (guild_id, user_id) VALUES ($1, $2)", [GUILD, member]);
	return placed.caseId ?? "";
}

/** @param set SQL of what else is so of the case */
async function isDue(caseId: string, set = "case_status = true"): Promise<void> {
	await owner.query(`UPDATE cases SET case_expires_at = now(), ${set} WHERE case_id = $1`, [caseId]);
}

async function statusOf(caseId: string) {
	const { rows } = await owner.query("SELECT case_status, order_state FROM cases WHERE case_id = $1", [
		caseId,
	]);
	return rows[0];
}

const banned = () => guild.bans.has(member);
const expectLifted = () => vi.waitFor(() => expect(banned()).toBe(false), { timeout: 10_000 });

describe("a temporary ban that has expired", () => {
	test("is lifted, and its case closed", async () => {
		const caseId = await ban();
		await isDue(caseId);
		expect(await endExpired(scope, silent)).toBe(1);
		expect(await endExpired(scope, silent)).toBe(0);
		await expectLifted();
		await vi.waitFor(
			async () => {
				await endExpired(scope, silent);
				expect(await statusOf(caseId)).toMatchObject({ case_status: false });
			},
			{ timeout: 10_000 },
		);
	});

	test.each([
		["closed", "case_status = false, resolved_at = now() - interval '1 hour'"],
		[
			"voided",
			"case_status = false, resolved_at = now() - interval '1 hour', voided_at = now() - interval '1 hour'",
		],
	])("is lifted although its case was %s before", async (_, set) => {
		const caseId = await ban();
		await isDue(caseId, set);
		expect(await endExpired(scope, silent)).toBe(1);
		expect(await endExpired(scope, silent)).toBe(0);
		await expectLifted();
	});

	test("is not lifted where its case was closed when it was over, or the ban is known to be", async () => {
		const caseId = await ban();
		await isDue(caseId, "case_status = false, resolved_at = now()");
		expect(await endExpired(scope, silent)).toBe(0);
		await owner.query("UPDATE discord_guild_bans SET removed_at = now() WHERE user_id = $1", [member]);
		await isDue(caseId, "resolved_at = now() - interval '1 hour'");
		expect(await endExpired(scope, silent)).toBe(0);
	});

	test.each([
		["open", "case_status = true"],
		["closed", "case_status = false, resolved_at = now() - interval '1 hour'"],
	])("is not lifted where another ban took its place, its case being %s", async (_, set) => {
		const caseId = await ban();
		await outcome(await place("ban", { target: member, withCase: "BAN" }));
		await isDue(caseId, set);
		expect(await endExpired(scope, silent)).toBe(0);
		expect(await statusOf(caseId)).toEqual({ case_status: false, order_state: "done" });
		expect(banned()).toBe(true);
	});

	test("is lifted where another ban was ordered and failed", async () => {
		const caseId = await ban();
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: "0" });
		const failed = await place("ban", { target: member, withCase: "BAN" });
		expect(await outcome(failed)).toMatchObject({ state: "failed" });
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: null });
		await isDue(caseId);
		expect(await endExpired(scope, silent)).toBe(1);
		await expectLifted();
	});

	test("that Discord refused is over without an order", async () => {
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: "0" });
		const { id, caseId } = await place("ban", { target: member, withCase: "TEMPBAN" });
		expect(await outcome({ id, caseId })).toMatchObject({ state: "failed" });
		discord.state.turn({ kind: "permissions", guildId: GUILD, userId: BOT, permissions: null });
		await isDue(caseId ?? "");
		expect(await endExpired(scope, silent)).toBe(0);
		expect(await statusOf(caseId ?? "")).toEqual({ case_status: false, order_state: "failed" });
	});
});
