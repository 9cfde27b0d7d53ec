import "server-only";
import { pool } from "@/lib/db/pool";
import { shippedMigration } from "./shipped";

export type Readiness = {
	ready: boolean;
	/** What an operator should look at, in words; empty when all is well. */
	problems: string[];
	database: "up" | "down";
	migrations: { applied: string | null; shipped: string; current: boolean };
};

type Row = { latest_migration: string | null; failed_migration: string | null; stray_tables: string[] };

/** An answer is given again for this long (milliseconds): anybody may ask, and each question costs a connection. */
const FRESH_MS = 1_500;

let last: { answer: Promise<Readiness>; freshUntil: number } | undefined;

/**
 * Whether this process can serve: the database answers the web role and has every migration this build knows. Rows in
 * a default partition do not make it unready, but are said. Asks the database once at a time and for a moment.
 */
export function readiness(): Promise<Readiness> {
	if (last !== undefined && performance.now() < last.freshUntil) return last.answer;
	const asked = { answer: ask(), freshUntil: Number.POSITIVE_INFINITY };
	last = asked;
	void asked.answer.then(() => {
		asked.freshUntil = performance.now() + FRESH_MS;
	});
	return asked.answer;
}

async function ask(): Promise<Readiness> {
	try {
		const { rows } = await pool("web").query<Row>("SELECT * FROM app.health()");
		return judge(rows[0]);
	} catch {
		return {
			ready: false,
			problems: ["the database does not answer the web role"],
			database: "down",
			migrations: { applied: null, shipped: shippedMigration, current: false },
		};
	}
}

function judge(row: Row | undefined): Readiness {
	const applied = row?.latest_migration ?? null;
	const current = applied !== null && applied >= shippedMigration && !row?.failed_migration;
	const problems = [
		...(current
			? []
			: [`migrations are at ${applied ?? "none"}, this build needs ${shippedMigration}: npm run db:migrate`]),
		...(row?.failed_migration ? [`the migration ${row.failed_migration} did not finish`] : []),
		...(row?.stray_tables ?? []).map((table) => `${table} keeps rows in its default partition`),
	];
	return {
		ready: current,
		problems,
		database: "up",
		migrations: { applied, shipped: shippedMigration, current },
	};
}
