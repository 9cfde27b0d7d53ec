import pg from "pg";
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
	/** A connection of its own, for LISTEN and advisory locks; ended by `close`. */
	session(): Promise<pg.Client>;
	close(): Promise<void>;
};

/**
 * Foreign keys to partitioned messages are looked up row by row, and left to itself Postgres plans each look-up anew:
 * planning is what costs (45 µs instead of 9).
 */
const sessionOptions = "-c plan_cache_mode=force_generic_plan -c statement_timeout=60000";

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
		options: sessionOptions,
		connectionTimeoutMillis: 5_000,
	});
	// An idle connection that the server closes must not end the process; the next checkout opens a new one.
	pool.on("error", () => undefined);
	// Nor must one that is lost between two statements of a transaction: the next statement fails.
	pool.on("connect", (client) => client.on("error", () => undefined));
	const sessions = new Set<pg.Client>();
	const scope: Scope = {
		...handleOn(pool),
		transaction: (work) => inTransaction(pool, work),
		async session() {
			const client = new pg.Client(settings);
			client.on("error", () => sessions.delete(client));
			await client.connect();
			sessions.add(client);
			return client;
		},
		async close() {
			await Promise.all([...sessions].map((client) => client.end().catch(() => undefined)));
			await pool.end();
		},
	};
	await refuseUnsafeRole(scope);
	return scope;
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
