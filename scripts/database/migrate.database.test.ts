import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { migrate, migrationState } from "./migrate";
import { refuseUnsafeRole } from "./roles";

let db: TestDatabase;

beforeEach(async () => {
	db = await testDatabase();
});
afterEach(() => db.drop());

const run = () => migrate(db.urls.guildhall_owner, () => undefined);
const owner = (text: string) => db.pool("guildhall_owner").query(text);
const newest = "(SELECT max(migration_name) FROM _prisma_migrations)";

describe("migrating", () => {
	test("has nothing to do a second time", async () => {
		expect(await run()).toEqual([]);
		const state = await migrationState(db.urls.guildhall_owner);
		expect(state).toMatchObject({ pending: [], edited: [], failed: [], unknown: [] });
		expect(state.applied.length).toBeGreaterThan(10);
	});

	test("writes the rows that Prisma's own command writes", async () => {
		const { rows } = await owner(
			"SELECT DISTINCT length(checksum) AS checksum, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations",
		);
		expect(rows).toEqual([{ checksum: 64, applied_steps_count: 1, finished: true }]);
	});

	test("refuses a migration that was edited after it was applied", async () => {
		await owner(`UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = ${newest}`);
		await expect(run()).rejects.toThrow(/changed after being applied/);
	});

	test("refuses a database that is newer than the checkout", async () => {
		await owner(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
			VALUES (gen_random_uuid(), repeat('0', 64), '29990101000000_later', now(), 1)`);
		await expect(run()).rejects.toThrow(/29990101000000_later/);
	});

	test("refuses a migration that ended half-way", async () => {
		await owner(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${newest}`);
		await expect(run()).rejects.toThrow(/failed half-way/);
	});

	test("lets a second process wait instead of migrating beside the first", async () => {
		expect(await Promise.all([run(), run()])).toEqual([[], []]);
	});
});

describe("a role that serves pages", () => {
	test("may be the one that the policies bind", async () => {
		await expect(refuseUnsafeRole("DATABASE_WEB_URL", db.urls.guildhall_web)).resolves.toBeUndefined();
		await expect(refuseUnsafeRole("DATABASE_AUTH_URL", db.urls.guildhall_auth)).resolves.toBeUndefined();
	});

	test("may not own tables", async () => {
		await expect(refuseUnsafeRole("DATABASE_WEB_URL", db.urls.guildhall_owner)).rejects.toThrow(
			/owns the table/,
		);
	});

	test("may not bypass row-level security", async () => {
		await expect(refuseUnsafeRole("DATABASE_WEB_URL", db.adminUrl)).rejects.toThrow(
			/is a superuser.*BYPASSRLS/,
		);
	});
});
