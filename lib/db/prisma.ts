import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/**
 * A pool of exactly one connection whose transaction is somebody else's: Prisma may ask for a transaction (nested
 * writes do), but it neither begins nor ends one, and it never makes a savepoint: rolling back to one would undo the
 * caller's token.
 */
class HeldConnection extends pg.Pool {
	readonly #held: pg.PoolClient;

	constructor(held: pg.PoolClient) {
		super({ max: 1 });
		this.#held = held;
		this.query = held.query.bind(held) as typeof this.query;
		this.connect = (async () => this.#lend()) as typeof this.connect;
	}

	#lend(): pg.PoolClient {
		const held = this.#held;
		return new Proxy(held, {
			get(target, property) {
				if (property === "release") return () => undefined;
				if (property === "query") {
					return (config: pg.QueryConfig) => {
						if (!/^(BEGIN|COMMIT|ROLLBACK)$/i.test(config.text)) return target.query(config);
						if (/^ROLLBACK$/i.test(config.text)) abandoned.add(held);
						return { rows: [], fields: [], rowCount: 0 };
					};
				}
				const value: unknown = Reflect.get(target, property, target);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
	}
}

/** Connections on which Prisma tried to roll back: their transaction must not be committed. */
export const abandoned = new WeakSet<pg.PoolClient>();

const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/** Prisma over one checked-out connection, inside whatever transaction that connection is in; one client a connection. */
export function prismaOn(connection: pg.PoolClient): PrismaClient {
	const known = clients.get(connection);
	if (known) return known;
	const client = new PrismaClient({ adapter: new PrismaPg(new HeldConnection(connection)) });
	clients.set(connection, client);
	return client;
}
