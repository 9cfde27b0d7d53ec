import pg from "pg";
import { keepListening, type ListenerEvents } from "@/lib/db/listening";
import { readers } from "@/lib/db/readers";
import { unsafeRoleQuery } from "@/lib/db/unsafe-role";

/** A connection of the worker: every statement runs as guildhall_bot. */
export type Db = {
	/** Runs a query, prepared under a name of its text, and answers its rows. */
	rows<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
	/**
	 * Runs a statement of which only the effect is wanted. In a transaction it is sent and not waited for, so that the
	 * next one is being made while the server is busy; what is sent later is run later, and an error fails the transaction.
	 */
	run(text: string, values?: unknown[]): Promise<void>;
};

/** The worker's only door to the database. */
export type Scope = Db & {
	/** Runs `work` in one transaction on one connection; an error rolls it back. */
	transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
	/** A connection of its own, for advisory locks; ended by `close`. */
	session(): Promise<pg.Client>;
	/** Listens to a channel on a connection of its own until `stopping`; one that is lost is opened again. */
	listen(channel: string, events: ListenerEvents, stopping: AbortSignal): Promise<void>;
	close(): Promise<void>;
};

/**
 * Foreign keys to partitioned messages are looked up row by row, and left to itself Postgres plans each look-up anew:
 * planning is what costs (45 µs instead of 9).
 */
const statementOptions = "-c plan_cache_mode=force_generic_plan -c statement_timeout=60000";

/** Milliseconds: a database that cannot be reached, or is gone without a word, is noticed. */
const ANSWER_MS = 5_000;

/**
 * Opens the worker's connections.
 * @param url of the role guildhall_bot
 * @throws Error where the role could get around row-level security
 */
export async function openScope(url: string, size = 4): Promise<Scope> {
	const settings = { connectionString: url, application_name: "guildhall-bot", types: readers };
	const pool = new pg.Pool({
		...settings,
		max: size,
		pipeline: true,
		options: statementOptions,
		connectionTimeoutMillis: ANSWER_MS,
	});
	// An idle connection that the server closes must not end the process; the next checkout opens a new one.
	pool.on("error", () => undefined);
	// Nor must one that is lost between two statements of a transaction: the next statement fails.
	pool.on("connect", (client) => client.on("error", () => undefined));
	const { session, endAll } = sessionsOf({ ...settings, connectionTimeoutMillis: ANSWER_MS });
	const scope: Scope = {
		...handleOn(pool),
		transaction: (work) => inTransaction(pool, work),
		session,
		listen: (channel, events, stopping) => keepListening({ ...events, channel, connect: session }, stopping),
		async close() {
			await endAll();
			await pool.end();
		},
	};
	await refuseUnsafeRole(scope);
	return scope;
}

/** Connections that are held for long: what they are asked is answered at once, or the other end is gone. */
function sessionsOf(settings: pg.ClientConfig) {
	const open = new Set<pg.Client>();
	return {
		async session(): Promise<pg.Client> {
			const client = new pg.Client({ ...settings, query_timeout: ANSWER_MS, keepAlive: true });
			for (const end of ["error", "end"] as const) client.on(end, () => open.delete(client));
			await client.connect();
			open.add(client);
			return client;
		},
		async endAll(): Promise<void> {
			await Promise.all([...open].map((client) => client.end().catch(() => undefined)));
		},
	};
}

async function refuseUnsafeRole(db: Db): Promise<void> {
	const [first] = await db.rows<{ problem: string }>(unsafeRoleQuery);
	if (first) throw new Error(`DATABASE_BOT_URL: ${first.problem}. Use the role guildhall_bot.`);
}

const names = new Map<string, string>();

/** A short name per text, so that Postgres parses and plans each statement once a connection. */
function nameOf(text: string): string {
	const known = names.get(text);
	if (known) return known;
	const name = `bot_${names.size}`;
	names.set(text, name);
	return name;
}

function send<T extends pg.QueryResultRow>(on: pg.Pool | pg.PoolClient, text: string, values: unknown[]) {
	return on.query<T>({ name: nameOf(text), text, values });
}

function handleOn(pool: pg.Pool): Db {
	return {
		rows: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
			(await send<T>(pool, text, values)).rows,
		run: async (text, values = []) => void (await send(pool, text, values)),
	};
}

/** A transaction's statements, in the order of their sending. */
class Statements implements Db {
	readonly #connection: pg.PoolClient;
	#sent: Promise<unknown>[] = [];
	/** What went wrong first: every later statement only says that the transaction is aborted. */
	#failure: { error: unknown } | undefined;

	constructor(connection: pg.PoolClient) {
		this.#connection = connection;
		this.#note(connection.query("BEGIN"));
	}

	async rows<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
		const answer = send<T>(this.#connection, text, values);
		this.#note(answer);
		try {
			return (await answer).rows;
		} catch (error) {
			throw this.cause(error);
		}
	}

	async run(text: string, values: unknown[] = []): Promise<void> {
		this.#note(send(this.#connection, text, values));
	}

	/** @throws what the first statement that failed was refused for */
	async commit(): Promise<void> {
		await Promise.all(this.#sent);
		await this.#connection.query("COMMIT");
	}

	/** The failure behind an error. */
	cause(error: unknown): unknown {
		return this.#failure ? this.#failure.error : error;
	}

	#note(answer: Promise<unknown>): void {
		this.#sent.push(answer);
		answer.catch((error: unknown) => {
			this.#failure ??= { error };
		});
	}
}

async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
	const connection = await pool.connect();
	const statements = new Statements(connection);
	let broken: Error | undefined;
	try {
		const result = await work(statements);
		await statements.commit();
		return result;
	} catch (error) {
		await connection.query("ROLLBACK").catch((cause: Error) => {
			broken = cause;
		});
		throw statements.cause(error);
	} finally {
		connection.release(broken);
	}
}
