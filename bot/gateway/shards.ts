import type pg from "pg";
import type { Db, Scope } from "@/bot/scope";

/** Any constant of our own: the first half of the advisory locks' keys; the second is the shard. */
const LOCK_CLASS = 491_920_731;

/** Another process runs a shard that this one was asked to run. */
export class ShardTaken extends Error {
	constructor(shardId: number) {
		super(`Shard ${shardId} is run by another process. Stop that one, or choose others with --shard-ids.`);
		this.name = "ShardTaken";
	}
}

/** Waits for commits of the process that had the shard before, whose bot may have been another one. */
const beginTerms = `
INSERT INTO shards AS t (id, status, term) SELECT id, 'starting', 1 FROM unnest($1::integer[]) AS s (id) ORDER BY id
ON CONFLICT (id) DO UPDATE SET term = t.term + 1, bot_user_id = NULL
RETURNING id, term::text`;

const readTerms = "SELECT id, term::text FROM shards WHERE id = ANY ($1::integer[])";

/** Until the transaction ends, nobody takes a shard over. */
const holdTerms = `
SELECT s.id FROM unnest($1::integer[], $2::bigint[]) AS held (id, term)
	JOIN shards s ON s.id = held.id AND s.term = held.term
ORDER BY s.id FOR SHARE OF s`;

type Term = { id: number; term: string };

/**
 * Keeps every shard of this process to itself for as long as the process lives: the locks hang on one connection, so
 * they end with it, and are taken again when it was lost. Until then another process may have taken a shard: each has a
 * term, which is counted on by whoever takes it and compared in every commit.
 */
export class ShardLocks {
	readonly #scope: Scope;
	readonly #shardIds: number[];
	readonly #terms = new Map<number, string>();
	#connection: pg.Client | undefined;
	#taking: Promise<void> | undefined;

	constructor(scope: Scope, shardIds: number[]) {
		this.#scope = scope;
		this.#shardIds = shardIds;
	}

	/**
	 * Takes all locks; does nothing while they are held. Whoever asks while they are being taken waits for the same.
	 * @throws ShardTaken, or what the database answers
	 */
	async hold(): Promise<void> {
		if (this.#connection) return;
		this.#taking ??= this.#take().finally(() => {
			this.#taking = undefined;
		});
		await this.#taking;
	}

	async #take(): Promise<void> {
		const connection = await this.#scope.session();
		let open = true;
		connection.once("end", () => {
			open = false;
			if (this.#connection === connection) this.#connection = undefined;
		});
		try {
			for (const shardId of this.#shardIds) await lock(connection, shardId);
			await this.#begin();
		} catch (error) {
			await connection.end().catch(() => undefined);
			throw error;
		}
		if (open) this.#connection = connection;
	}

	/**
	 * Lets the transaction that is open commit only while the shards are this process's: their rows stay locked until
	 * its end. @throws ShardTaken
	 */
	async confirm(db: Db, shardIds: Iterable<number>): Promise<void> {
		const ids = [...new Set(shardIds)];
		const held = await db.rows<{ id: number }>(holdTerms, [
			ids,
			ids.map((id) => this.#terms.get(id) ?? null),
		]);
		const lost = ids.find((id) => !held.some((row) => row.id === id));
		if (lost !== undefined) throw new ShardTaken(lost);
	}

	/** The first time begins terms; later ones look whether somebody else had a shard meanwhile. */
	async #begin(): Promise<void> {
		const first = this.#terms.size === 0;
		for (const { id, term } of await this.#scope.rows<Term>(first ? beginTerms : readTerms, [
			this.#shardIds,
		])) {
			if (!first && this.#terms.get(id) !== term) throw new ShardTaken(id);
			this.#terms.set(id, term);
		}
	}
}

/** @throws ShardTaken where another connection has it */
async function lock(connection: pg.Client, shardId: number): Promise<void> {
	const { rows } = await connection.query<{ free: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS free", [
		LOCK_CLASS,
		shardId,
	]);
	if (!rows[0]?.free) throw new ShardTaken(shardId);
}
