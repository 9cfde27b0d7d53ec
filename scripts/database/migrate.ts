import type pg from "pg";
import { explain, Refusal } from "@/scripts/refusal";
import { type SchemaEngine, withSchemaEngine } from "./engine";
import { migrationList } from "./migrations";
import { installQueue } from "./queue";
import { connected } from "./roles";

/** Any constant of our own: two migrating processes meet here. */
const ADVISORY_LOCK = 4_919_207_311;
const filters = { externalTables: [], externalEnums: [] };

export type MigrationState = {
	applied: string[];
	pending: string[];
	/** Applied, but the file has changed since. */
	edited: string[];
	/** Begun and not finished. */
	failed: string[];
	/** In the database and not on disk: the database is newer than this checkout. */
	unknown: string[];
};

/** Told about each migration as it is done, with its duration in milliseconds. */
export type Progress = (name: string, milliseconds: number) => void;

/**
 * Applies every migration that the database of `ownerUrl` lacks, each in a transaction of its own, one process at a
 * time (a second one waits, then finds nothing to do). Behind them comes the job queue's own schema.
 * @param until the last one to apply; all without it
 * @returns the names of those applied now.
 * @throws Refusal when history and files disagree, or a migration fails: then with the database's own words.
 */
export async function migrate(ownerUrl: string, progress: Progress, until?: string): Promise<string[]> {
	return connected(ownerUrl, async (client) => {
		await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
		return withSchemaEngine(ownerUrl, async (engine) => {
			const state = await stateOf(engine, client);
			refuseDisagreement(state);
			const wanted = state.pending.filter((name) => until === undefined || name <= until);
			for (const name of wanted) await applyOne(engine, client, name, progress);
			await installQueue(ownerUrl);
			return wanted;
		});
	});
}

/** Compares the database of `ownerUrl` with the files; changes nothing. */
export async function migrationState(ownerUrl: string): Promise<MigrationState> {
	return connected(ownerUrl, (client) => withSchemaEngine(ownerUrl, (engine) => stateOf(engine, client)));
}

async function stateOf(engine: SchemaEngine, client: pg.Client): Promise<MigrationState> {
	const migrationsList = await migrationList();
	const found = await engine.diagnoseMigrationHistory({
		migrationsList,
		optInToShadowDatabase: false,
		filters,
	});
	const names = migrationsList.migrationDirectories.map((directory) => directory.path);
	const applied = found.hasMigrationsTable ? await appliedNames(client) : [];
	return {
		applied,
		pending: names.filter((name) => !applied.includes(name)),
		edited: found.editedMigrationNames,
		failed: found.failedMigrationNames,
		unknown: applied.filter((name) => !names.includes(name)),
	};
}

async function appliedNames(client: pg.Client): Promise<string[]> {
	const { rows } = await client.query<{ migration_name: string }>(
		`SELECT migration_name FROM _prisma_migrations
		WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name`,
	);
	return rows.map((row) => row.migration_name);
}

function refuseDisagreement({ edited, failed, unknown, applied, pending }: MigrationState): void {
	if (failed.length > 0) {
		throw new Refusal(
			`${failed.join(", ")} failed half-way in this database. Repair what it left, then mark it:\n` +
				"  UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '…' AND finished_at IS NULL;",
		);
	}
	if (edited.length > 0) {
		throw new Refusal(
			`${edited.join(", ")} changed after being applied to this database, so the two no longer agree.\n` +
				"Restore the file as it was and put the change into a new migration (a demo: delete .guildhall and start again).",
		);
	}
	if (unknown.length > 0) {
		throw new Refusal(
			`This database has ${unknown.join(", ")}, which this checkout does not know: it was migrated by a newer version.\n` +
				"Update the checkout; going back is not supported.",
		);
	}
	const last = applied.at(-1);
	const late = last === undefined ? [] : pending.filter((name) => name < last);
	if (late.length > 0)
		throw new Refusal(`${late.join(", ")} sort before ${last}, which is applied already. Rename them.`);
}

/** One at a time, so that each is reported when it is done; the engine sees the history up to and including it. */
async function applyOne(
	engine: SchemaEngine,
	client: pg.Client,
	name: string,
	progress: Progress,
): Promise<void> {
	const list = await migrationList();
	const migrationsList = {
		...list,
		migrationDirectories: list.migrationDirectories.filter((directory) => directory.path <= name),
	};
	const begun = performance.now();
	try {
		await engine.applyMigrations({ migrationsList, filters });
	} catch (error) {
		await forgetFailure(client, name);
		throw new Refusal(`Migration ${name} failed; the database is as it was before it.\n${reason(error)}`, {
			cause: error,
		});
	}
	progress(name, performance.now() - begun);
}

/** PostgreSQL rolled the whole script back, so trying again needs no repair by hand. */
async function forgetFailure(client: pg.Client, name: string): Promise<void> {
	await client.query(
		`UPDATE _prisma_migrations SET rolled_back_at = now()
		WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
		[name],
	);
}

/** The engine's message without its own call trace. */
function reason(error: unknown): string {
	const text = error instanceof Error ? error.message : explain(error);
	return text.split(/\n\s+0: /)[0] ?? text;
}
