import type pg from "pg";

export type Column = {
	name: string;
	type: string;
	/** NOT NULL and without a default, so that an insert must name it. */
	required: boolean;
	/** The first of the values that a CHECK names, if one does. */
	known: string | null;
	webInsert: boolean;
	webUpdate: boolean;
};

export type ForeignKey = { columns: string[]; parent: string; parentColumns: string[] };

export type Shape = { columns: Column[]; foreignKeys: ForeignKey[] };

const columnQuery = `
	SELECT c.relname AS table, a.attname AS name, t.typname AS type,
		a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS required,
		(SELECT substring(pg_get_constraintdef(k.oid) FROM '= ANY \\(+ARRAY\\[''([^'']+)''')
		FROM pg_constraint k
		WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS known,
		has_column_privilege('guildhall_web', c.oid, a.attnum, 'INSERT') AS "webInsert",
		has_column_privilege('guildhall_web', c.oid, a.attnum, 'UPDATE') AND a.attgenerated = '' AS "webUpdate"
	FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
	WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
		AND a.attnum > 0 AND NOT a.attisdropped
	ORDER BY c.relname, a.attnum`;

const foreignKeyQuery = `
	SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS parent,
		ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (n, place)
			JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.place) AS columns,
		ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (n, place)
			JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.place) AS "parentColumns"
	FROM pg_constraint k
	WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = 'public'::regnamespace`;

/** What every table of the product wants of a new row. */
export async function shapes(client: pg.Pool): Promise<Map<string, Shape>> {
	const found = new Map<string, Shape>();
	const shapeOf = (name: string) => {
		const known = found.get(name) ?? { columns: [], foreignKeys: [] };
		found.set(name, known);
		return known;
	};
	const columns = await client.query<Column & { table: string }>(columnQuery);
	for (const { table, ...column } of columns.rows) shapeOf(table).columns.push(column);
	const keys = await client.query<ForeignKey & { table: string }>(foreignKeyQuery);
	for (const { table, ...key } of keys.rows) shapeOf(table).foreignKeys.push(key);
	return found;
}
