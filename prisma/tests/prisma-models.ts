import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export type ExpectedColumn = { type: string; nullable: boolean };
export type ExpectedTable = { model: string; columns: Map<string, ExpectedColumn>; key: string[] };

const schemaFolder = path.resolve(import.meta.dirname, "../schema");

/** PostgreSQL's name of each Prisma type that has no `@db` attribute, and of each `@db` attribute. */
const types: Record<string, string> = {
	BigInt: "bigint",
	Int: "integer",
	String: "text",
	Boolean: "boolean",
	Json: "jsonb",
	Float: "double precision",
	Bytes: "bytea",
	"@db.SmallInt": "smallint",
	"@db.Uuid": "uuid",
	"@db.Inet": "inet",
	"@db.Date": "date",
	"@db.Timestamptz(6)": "timestamp with time zone",
};

/** Every model of `prisma/schema/*.prisma` as the table it stands for, by table name. */
export async function prismaTables(): Promise<Map<string, ExpectedTable>> {
	const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma"));
	const texts = await Promise.all(names.map((name) => readFile(path.join(schemaFolder, name), "utf8")));
	const tables = new Map<string, ExpectedTable>();
	for (const [, model, body] of texts.join("\n").matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
		if (model === undefined || body === undefined) continue;
		const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
		tables.set(table, { model, ...columnsOf(body) });
	}
	return tables;
}

function columnsOf(body: string): Omit<ExpectedTable, "model"> {
	const columns = new Map<string, ExpectedColumn>();
	const columnOfField = new Map<string, string>();
	let key: string[] = [];
	for (const line of body.split("\n")) {
		const field = /^ {2}(\w+) +(\w+(?:\("\w+"\))?)(\?|\[\])?(.*)$/.exec(line);
		if (!field || / @relation\(/.test(line)) continue;
		const [, name = "", type = "", suffix, attributes = ""] = field;
		const column = / @map\("(\w+)"\)/.exec(attributes)?.[1] ?? name;
		columnOfField.set(name, column);
		columns.set(column, {
			type: databaseType(type, attributes) + (suffix === "[]" ? "[]" : ""),
			nullable: suffix === "?",
		});
		if (/ @id\b/.test(attributes)) key = [column];
	}
	const compound = /@@id\(\[([^\]]+)\]/.exec(body)?.[1];
	if (compound) key = compound.split(/, */).map((name) => columnOfField.get(name) ?? name);
	return { columns, key };
}

function databaseType(type: string, attributes: string): string {
	const unsupported = /^Unsupported\("(.+)"\)$/.exec(type)?.[1];
	if (unsupported) return unsupported;
	const [attribute, name, size] = / (@db\.(\w+)(\([^)]*\))?)/.exec(attributes)?.slice(1) ?? [];
	if (name === "VarChar" || name === "Char")
		return `character${name === "Char" ? "" : " varying"}${size ?? ""}`;
	if (name === "Decimal") return `numeric${size?.replace(" ", "") ?? ""}`;
	if (name === "Bit") return `bit${size ?? ""}`;
	const found = types[attribute ?? type];
	if (found === undefined) throw new Error(`no PostgreSQL type is known for ${type} ${attribute ?? ""}`);
	return found;
}
