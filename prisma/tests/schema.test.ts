import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { type ExpectedTable, prismaTables } from "./prisma-models";

type Column = { table: string; name: string; type: string; nullable: boolean; array: boolean };

let db: TestDatabase;
let columns: Column[];
let keys: Map<string, string[]>;
let models: Map<string, ExpectedTable>;

const columnQuery = `
	SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
		NOT a.attnotnull AS nullable, t.typcategory = 'A' AS "array"
	FROM pg_class c
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		JOIN pg_type t ON t.oid = a.atttypid
	WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
		AND c.relname <> '_prisma_migrations'
	ORDER BY c.relname, a.attnum`;

const keyQuery = `
	SELECT c.relname AS "table",
		(SELECT json_agg(a.attname ORDER BY k.position)
		FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, position)
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
		WHERE k.position <= i.indnkeyatts) AS names
	FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
	WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
		AND c.relname <> '_prisma_migrations'`;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	models = await prismaTables();
	const owner = db.pool("guildhall_owner");
	columns = (await owner.query<Column>(columnQuery)).rows;
	const found = await owner.query<{ table: string; names: string[] }>(keyQuery);
	keys = new Map(found.rows.map((row) => [row.table, row.names]));
});

describe("the migrated database and the Prisma schema", () => {
	test("have the same tables", () => {
		expect(new Set(models.keys())).toEqual(new Set(columns.map((column) => column.table)));
		expect(models.size).toBeGreaterThan(60);
	});

	test("have the same columns, types and nullability", () => {
		const inDatabase = columns.map((column) => describeColumn(column.table, column.name, column));
		const inPrisma = [...models].flatMap(([table, { columns: expected }]) =>
			[...expected].map(([name, column]) =>
				describeColumn(table, name, { ...column, array: column.type.endsWith("[]") }),
			),
		);
		expect(new Set(inPrisma)).toEqual(new Set(inDatabase));
	});

	test("have the same primary keys", () => {
		const inPrisma = new Map([...models].map(([table, { key }]) => [table, key]));
		expect(inPrisma).toEqual(keys);
	});
});

/** Prisma has no nullable lists, so nullability says nothing about an array. */
function describeColumn(
	table: string,
	name: string,
	column: Pick<Column, "type" | "nullable" | "array">,
): string {
	const absent = column.nullable && !column.array ? " or null" : "";
	return `${table}.${name}: ${column.type}${absent}`;
}
