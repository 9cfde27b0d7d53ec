import { expect, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { startBot } from "@/scripts/lifecycle/bot";
import type { Running } from "@/scripts/lifecycle/processes";
import type { Session } from "@/simulator/gateway/session";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

const patience = { timeout: 20_000, interval: 50 };

/** A worker as a process of its own that listens to a gateway over a socket, and whatever a test says there. */
export type Wire = {
	db: TestDatabase;
	discord: Simulator;
	worker: Running;
	/** Says an event as it stands, whatever the worker asked for. @returns its sequence */
	dispatch(event: string, data: unknown): number;
	/** Sends the text of a frame that is no event. */
	control(text: string): void;
	/** Waits until everything that was said is committed, answers to the worker included. @returns the last sequence */
	committed(): Promise<number>;
	/** Waits until the worker listens on another socket than this one, and its session is stored. */
	connected(before?: unknown): Promise<void>;
	session(): Pick<Session, "id" | "sequence" | "socket">;
	rows<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
	close(): Promise<void>;
};

/** Starts a worker process for a simulated Discord; not connected yet. */
export function startWorker(
	db: TestDatabase,
	discord: Simulator,
	variables: Record<string, string> = {},
	args: string[] = [],
): Running {
	const settings = {
		DISCORD_API_URL: `${discord.url}/api/v10`,
		DISCORD_BOT_TOKEN: SIMULATED_CLIENT.botToken,
		DISCORD_CLIENT_ID: SIMULATED_CLIENT.clientId,
		LOG_LEVEL: "info",
	};
	return startBot(db.urls, { ...settings, ...variables }, args);
}

/** Opens all of it, connected. */
export async function openWire(): Promise<Wire> {
	const db = await testDatabase();
	const discord = await startSimulator({ port: 0, rateLimit: { limit: 500, windowMs: 1_000 } });
	const worker = startWorker(db, discord);
	const rows = async <T extends object>(text: string, values: unknown[] = []) =>
		(await db.pool("guildhall_owner").query<T>(text, values)).rows;
	const living = () => {
		const session = [...discord.state.gateway.sessions].at(-1);
		if (!session) throw new Error("the worker has no session");
		return session;
	};
	const wire: Wire = {
		...{ db, discord, worker, rows },
		dispatch(event, data) {
			living().push(event, JSON.stringify(data ?? null));
			return living().sequence;
		},
		control: (text) => living().socket?.send(text),
		async committed() {
			const read = () => rows<{ sequence: number }>("SELECT sequence::int FROM gateway_sessions");
			await vi.waitFor(async () => expect(await read()).toEqual([{ sequence: living().sequence }]), patience);
			return living().sequence;
		},
		async connected(before = null) {
			const stored = () => rows("SELECT FROM gateway_sessions WHERE session_id = $1", [living().id]);
			await vi.waitFor(async () => {
				expect([null, before], worker.tail()).not.toContain(living().socket);
				expect(await stored()).toHaveLength(1);
			}, patience);
		},
		session: living,
		async close() {
			await worker.stop();
			await discord.close();
			await db.drop();
		},
	};
	await wire.connected();
	const unfinished = () => rows("SELECT FROM gateway_catch_ups WHERE finished_at IS NULL");
	await vi.waitFor(async () => expect(await unfinished()).toEqual([]), patience);
	return wire;
}
