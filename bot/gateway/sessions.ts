import { randomUUID } from "node:crypto";
import type { SessionInfo } from "@discordjs/ws";
import { goOnFrom, receivedNow } from "@/bot/gateway/clock";
import type { QueuedFrame } from "@/bot/gateway/stream";
import { momentText } from "@/bot/rows/moment-text";
import type { Db } from "@/bot/scope";

type Stored = { shard_id: number; session_id: string; resume_url: string; sequence: string };

const selectSessions = `
SELECT shard_id, session_id, resume_url, sequence FROM gateway_sessions
WHERE shard_count = $1 AND shard_id = ANY ($2::integer[]) AND session_id <> '' AND resume_url <> ''`;

/** Guilds may have been on other shards before. */
const selectClock = `SELECT ${momentText("max(clock)")} AS clock FROM gateway_sessions`;

/** What is read beside the stream is observed at moments of the same clock. */
const saveClock = `
UPDATE gateway_sessions SET clock = greatest(clock, $2::timestamptz)
WHERE (shard_id, shard_count) = (
	SELECT shard_id, shard_count FROM gateway_sessions WHERE shard_id = ($1::bigint >> 22) % shard_count
	ORDER BY updated_at DESC LIMIT 1
)`;

const saveSessions = `
INSERT INTO gateway_sessions AS t (shard_id, shard_count, session_id, resume_url, sequence, clock)
SELECT *, $6::timestamptz FROM unnest($1::integer[], $2::integer[], $3::text[], $4::text[], $5::bigint[])
ON CONFLICT (shard_id, shard_count) DO UPDATE SET
	session_id = excluded.session_id, resume_url = excluded.resume_url, sequence = excluded.sequence,
	clock = greatest(t.clock, excluded.clock), updated_at = excluded.updated_at
WHERE t.session_id <> excluded.session_id OR t.sequence < excluded.sequence`;

/**
 * Where each shard's session is. What the connection has received is kept here in memory, what is committed in the
 * database: a connection that is lost resumes from the first, a process that is lost from the second.
 */
export class Sessions {
	readonly #received = new Map<number, SessionInfo>();
	#closing: boolean;

	constructor() {
		this.#closing = false;
	}

	/**
	 * Reads where the sessions are, and lets the clock of this process go on from where that of the last one was.
	 * @param shardIds of this process; sessions of another number of shards cannot be resumed
	 */
	async load(db: Db, shardIds: number[], shardCount: number): Promise<void> {
		this.#received.clear();
		const [last] = await db.rows<{ clock: string | null }>(selectClock);
		if (last?.clock) goOnFrom(last.clock);
		for (const row of await db.rows<Stored>(selectSessions, [shardCount, shardIds])) {
			this.#received.set(row.shard_id, {
				shardId: row.shard_id,
				shardCount,
				sessionId: row.session_id,
				resumeURL: row.resume_url,
				sequence: Number(row.sequence),
			});
		}
	}

	/** The session that a shard is in. */
	of(shardId: number): SessionInfo | null {
		return this.#received.get(shardId) ?? null;
	}

	/** The session that a shard may resume. */
	retrieve(shardId: number): SessionInfo | null {
		const session = this.of(shardId);
		return session?.sessionId && session.resumeURL ? session : null;
	}

	/** @param info null when Discord no longer knows the session; ending the process is no reason to forget it */
	update(shardId: number, info: SessionInfo | null): void {
		if (info) this.#received.set(shardId, whole(info));
		else if (!this.#closing) this.#received.delete(shardId);
	}

	/** From here on, connections are closed so that they can be resumed. */
	keep(closing: boolean): void {
		this.#closing = closing;
	}
}

/** A READY that does not say which session it opens, or where that is resumed, opens one that never is. */
function whole(info: SessionInfo): SessionInfo {
	const { sessionId, resumeURL }: Partial<SessionInfo> = info;
	if (sessionId && resumeURL) return info;
	return { ...info, sessionId: sessionId || randomUUID(), resumeURL: sessionId ? (resumeURL ?? "") : "" };
}

/** Notes how far each session is, in the transaction that writes `frames`. */
export async function commitSequences(db: Db, frames: readonly QueuedFrame[]): Promise<void> {
	const newest = new Map<number, QueuedFrame>();
	for (const frame of frames) {
		const known = newest.get(frame.shardId);
		const same = known?.session.sessionId === frame.session.sessionId;
		if (!known || !same || frame.sequence > known.sequence) newest.set(frame.shardId, frame);
	}
	const ends = [...newest.values()].sort((one, other) => one.shardId - other.shardId);
	await db.run(saveSessions, [
		ends.map(({ shardId }) => shardId),
		ends.map(({ session }) => session.shardCount),
		ends.map(({ session }) => session.sessionId),
		ends.map(({ session }) => session.resumeURL),
		ends.map(({ sequence }) => sequence),
		receivedNow(),
	]);
}

/** Notes how far the clock is, in a transaction that writes what was read of a guild beside the stream. */
export async function commitClock(db: Db, guildId: string): Promise<void> {
	await db.run(saveClock, [guildId, receivedNow()]);
}
