import type { Frame } from "@/bot/events/handler";
import { handlerOf } from "@/bot/events/registry";
import { Batch, type Refusal } from "@/bot/rows/batch";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

export const applicationId = "700000000000000001";
/** As of an application from before 2016: the bot's user has an id of its own. */
export const botId = "700000000000000002";

let sequence = 0;
let microseconds = Date.UTC(2026, 10, 21, 12) * 1000;

/** A frame as the gateway hands it on, heard a millisecond after the one before. */
export function frame(t: string, d: unknown): Frame {
	sequence += 1;
	microseconds += 1000;
	return { shardId: 0, sequence, t, d, receivedAt: isoOf(microseconds) };
}

function isoOf(micros: number): string {
	const milliseconds = Math.floor(micros / 1000);
	const rest = String(micros % 1000).padStart(3, "0");
	return new Date(milliseconds).toISOString().replace("Z", `${rest}Z`);
}

/** A database of its own, and frames into it as the worker writes them. */
export type Feed = {
	db: TestDatabase;
	scope: Scope;
	/** Writes the frames as one batch, in one transaction. */
	send(...frames: Frame[]): Promise<Refusal[]>;
	rows<T extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
	close(): Promise<void>;
};

/** Opens it; `storeContent` as STORE_MESSAGE_CONTENT. */
export async function openFeed({ storeContent = true } = {}): Promise<Feed> {
	const db = await testDatabase();
	const scope = await openScope(db.urls.guildhall_bot, 2);
	return {
		db,
		scope,
		rows: (text, values) => scope.rows(text, values),
		send: (...frames) => write(scope, frames, storeContent),
		async close() {
			await scope.close();
			await db.drop();
		},
	};
}

async function write(scope: Scope, frames: readonly Frame[], storeContent: boolean): Promise<Refusal[]> {
	const batch = new Batch();
	for (const each of frames)
		handlerOf(each.t)?.take(each.d, batch, { frame: each, storeContent, applicationId, botId });
	await scope.transaction((db) => batch.write(db));
	return batch.refused;
}
