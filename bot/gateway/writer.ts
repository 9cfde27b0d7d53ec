import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Context } from "@/bot/events/handler";
import { handlerOf, isKnownEvent } from "@/bot/events/registry";
import { bury, type Refused } from "@/bot/gateway/dead-letters";
import { isDataError, reasonOf } from "@/bot/gateway/failures";
import { commitSequences } from "@/bot/gateway/sessions";
import { ShardTaken } from "@/bot/gateway/shards";
import type { QueuedFrame, Stream } from "@/bot/gateway/stream";
import { Batch, type Entry } from "@/bot/rows/batch";
import type { Db, Scope } from "@/bot/scope";

/** Frames (by weight) in one transaction: enough for bulk statements, few enough to commit several times a second. */
const MOST_FRAMES = 1_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

export type WriterSettings = Omit<Context, "frame"> & {
	scope: Scope;
	stream: Stream;
	log: Logger;
	/** In the transaction of each batch. @throws ShardTaken where another process has one of the shards */
	confirm(db: Db, shardIds: Iterable<number>): Promise<void>;
	/** After each commit. */
	onCommit(frames: readonly QueuedFrame[]): void;
	/** After each failed attempt, with the milliseconds since the first. @returns false to give up */
	onTrouble(lasting: number): Promise<boolean>;
	/** When a batch is stored after trouble. */
	onRelief(): void;
	/** After giving up; resolves when the frames since the last commit are on their way again. */
	recover(signal: AbortSignal): Promise<void>;
};

type Checked = { entries: readonly Entry[]; reason?: string };

/** The batch under way and everything behind it is let go, because Discord will send it again. */
class GivenUp extends Error {}

/**
 * Takes frames from the stream and writes them: each batch is one transaction that holds its rows and how far the
 * sessions are, so that after any crash the stream goes on exactly behind the last row.
 */
export class Writer {
	readonly #settings: WriterSettings;
	/** What frames on their way change, or why they cannot be stored. */
	readonly #checked = new WeakMap<QueuedFrame, Checked>();
	/** Events that nobody has decided about, each told of once. */
	readonly #strange = new Set<string>();

	constructor(settings: WriterSettings) {
		this.#settings = settings;
	}

	/** Checks a frame ahead of its batch: as it arrives, while the database is busy with earlier ones. */
	check(frame: QueuedFrame): Checked {
		const known = this.#checked.get(frame);
		if (known) return known;
		this.#meet(frame.t);
		const checked = this.#checkNow(frame);
		this.#checked.set(frame, checked);
		return checked;
	}

	/** Writes until `signal` ends it, then what is under way, as far as the database takes it. @throws ShardTaken */
	async run(signal: AbortSignal): Promise<void> {
		while (!signal.aborted || this.#settings.stream.size > 0) {
			const frames = await this.#settings.stream.take(MOST_FRAMES, signal);
			try {
				if (frames.length > 0) await this.#store(frames, signal);
			} catch (error) {
				if (!(error instanceof GivenUp)) throw error;
				// Frames behind those given up must not be stored before them: the next start resumes at the last commit.
				if (signal.aborted) return;
				await this.#settings.recover(signal);
			}
		}
	}

	/** A batch that holds a frame which cannot be stored is halved until that frame stands alone. */
	async #store(frames: QueuedFrame[], signal: AbortSignal): Promise<void> {
		try {
			await this.#persist(() => this.#write(frames), signal);
		} catch (error) {
			if (!isDataError(error)) throw error;
			const [first] = frames;
			if (frames.length === 1 && first) {
				this.#settings.log.warn({ event: first.t, reason: reasonOf(error) }, "dead letter");
				await this.#persist(() => this.#write(frames, [{ frame: first, reason: reasonOf(error) }]), signal);
				return;
			}
			const middle = Math.ceil(frames.length / 2);
			await this.#store(frames.slice(0, middle), signal);
			await this.#store(frames.slice(middle), signal);
		}
	}

	/** @param buried frames that are kept as dead letters instead of being written */
	async #write(frames: QueuedFrame[], buried: Refused[] = []): Promise<void> {
		const { scope, storeContent, confirm, onCommit } = this.#settings;
		const unwanted = new Set(buried.map(({ frame }) => frame));
		const batch = new Batch();
		const refused = [
			...buried,
			...this.#collect(
				frames.filter((frame) => !unwanted.has(frame)),
				batch,
			),
		];
		await scope.transaction(async (db) => {
			await batch.write(db);
			await bury(db, [...refused, ...batch.refused], storeContent);
			await confirm(
				db,
				frames.map(({ shardId }) => shardId),
			);
			await commitSequences(db, frames);
		});
		onCommit(frames);
	}

	/** @returns the frames whose shape no handler understands */
	#collect(frames: QueuedFrame[], batch: Batch): Refused[] {
		const refused: Refused[] = [];
		for (const frame of frames) {
			const { entries, reason } = this.check(frame);
			if (reason !== undefined) refused.push({ frame, reason });
			for (const entry of entries) batch.add(entry);
		}
		return refused;
	}

	#checkNow(frame: QueuedFrame): Checked {
		const { storeContent, applicationId, botId } = this.#settings;
		const entries: Entry[] = [];
		try {
			const into = { add: (entry: Entry) => void entries.push(entry) };
			handlerOf(frame.t)?.take(frame.d, into, { frame, storeContent, applicationId, botId });
			return { entries };
		} catch (error) {
			if (!isDataError(error)) throw error;
			return { entries: [], reason: reasonOf(error) };
		}
	}

	#meet(event: string): void {
		if (isKnownEvent(event) || this.#strange.has(event)) return;
		this.#strange.add(event);
		this.#settings.log.warn(
			{ event },
			"Discord sends an event that this version does not know; it is passed over",
		);
	}

	/** Tries until it succeeds or the data is at fault; in between somebody else decides whether to go on. */
	async #persist(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
		const { log, onTrouble, onRelief } = this.#settings;
		const begun = Date.now();
		for (let attempt = 0; ; attempt++) {
			try {
				await write();
				if (attempt > 0) onRelief();
				return;
			} catch (error) {
				if (isDataError(error) || error instanceof ShardTaken) throw error;
				log.warn({ reason: reasonOf(error), attempt }, "the database does not take the batch; trying again");
			}
			if (signal.aborted || !(await onTrouble(Date.now() - begun))) throw new GivenUp();
			await wait(Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS), undefined, { signal }).catch(
				() => undefined,
			);
		}
	}
}
