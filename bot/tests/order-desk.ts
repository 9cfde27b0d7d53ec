import { pino } from "pino";
import { afterAll, expect, vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { Desk } from "@/bot/orders/desk";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

export const GUILD = "902114735018344448";
export const BOT = SIMULATED_CLIENT.clientId;

/** An order of a test, and its case if it has one. */
export type Placed = { id: string; caseId: string | null };

export type Wanted = {
	target: string;
	channel?: string;
	payload?: object;
	/** The type of a case that the order belongs to. */
	withCase?: string;
	/** How often it was tried before. */
	attempts?: number;
	/** Not to be tried again when trouble does not pass. */
	last?: boolean;
};

export type OpenDesk = {
	db: TestDatabase;
	discord: Simulator;
	scope: Scope;
	place(kind: string, wanted: Wanted): Promise<Placed>;
	/** What became of it, once it is carried out or has failed. */
	outcome(placed: Placed): ReturnType<typeof outcomeOf>;
};

/** A desk that carries orders out on a simulated Discord, for all tests of a file; call it at the top of the file. */
export async function openDesk(): Promise<OpenDesk> {
	const db = await testDatabase();
	const discord = await startSimulator({ port: 0 });
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Lantern Harbor')", [GUILD]);
	const scope = await openScope(db.urls.guildhall_bot);
	const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
	const log = pino({ level: "silent" });
	const desk = new Desk({ scope, url: db.urls.guildhall_bot, rest, log, botId: BOT });
	await desk.open();
	afterAll(async () => {
		await desk.close();
		await scope.close();
		await discord.close();
		await db.drop();
	});
	return {
		...{ db, discord, scope },
		place: (kind, wanted) => place(db, kind, wanted),
		outcome: (placed) => outcomeOf(db, placed),
	};
}

async function place(db: TestDatabase, kind: string, wanted: Wanted): Promise<Placed> {
	const { target, channel = null, payload = {}, withCase, attempts = 0, last = false } = wanted;
	const owner = await db.pool("guildhall_owner").connect();
	try {
		await owner.query("BEGIN");
		const { rows: cases } = withCase
			? await owner.query<{ case_id: string }>(
					`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, order_state)
					VALUES ($1, $2, 'Spam', $3, $4, 'pending') RETURNING case_id`,
					[GUILD, withCase, BOT, target],
				)
			: { rows: [] };
		const caseId = cases[0]?.case_id ?? null;
		const { rows } = await owner.query<{ id: string }>(
			`INSERT INTO discord_orders (guild_id, kind, target_id, payload, reason, case_id, channel_id, attempts, idempotency_key)
			VALUES ($1, $2, $3, $4, 'Spam', $5, $6, $7, gen_random_uuid()) RETURNING id`,
			[GUILD, kind, target, payload, caseId, channel, attempts],
		);
		const id = rows[0]?.id ?? "";
		// Tests need not live through the pauses between attempts.
		await owner.query(
			"UPDATE pgboss.job SET retry_delay = 0, retry_limit = retry_limit * $2::integer WHERE data ->> 'orderId' = $1",
			[id, last ? 0 : 1],
		);
		await owner.query("COMMIT");
		return { id, caseId };
	} finally {
		owner.release();
	}
}

async function outcomeOf(db: TestDatabase, { id }: Placed) {
	return vi.waitFor(
		async () => {
			const { rows } = await db
				.pool("guildhall_owner")
				.query("SELECT state, failure, code, result, attempts FROM discord_orders WHERE id = $1", [id]);
			expect(rows[0].state).not.toBe("pending");
			return rows[0];
		},
		{ timeout: 25_000, interval: 50 },
	);
}

export function textChannelOf(discord: Simulator): string {
	const { channels } = discord.state.core.guild(GUILD);
	return [...channels.values()].find(({ type }) => type === 0)?.id ?? "";
}
