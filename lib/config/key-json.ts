/** What a dynamic key may be; the columns carry the same limits. Bytes are those of the value as Postgres keeps it. */
export const keyLimits = { key: 100, bytes: 16_384, description: 500, depth: 100 } as const;

/** How a value is typed in: as itself, or as the JSON that it is. */
export const keyInputs = ["text", "number", "switch", "json"] as const;
export type KeyInput = (typeof keyInputs)[number];
export type KeyKind = "text" | "number" | "switch" | "list" | "object" | "null";

/** The kind of a JSON text's value. @throws SyntaxError when it is none */
export function kindOf(json: string): KeyKind {
	const value: unknown = JSON.parse(json);
	if (value === null) return "null";
	if (Array.isArray(value)) return "list";
	if (typeof value === "string") return "text";
	if (typeof value === "boolean") return "switch";
	return typeof value === "number" ? "number" : "object";
}

/** How a value of that kind is typed in. */
export function inputOf(kind: KeyKind): KeyInput {
	return kind === "text" || kind === "number" || kind === "switch" ? kind : "json";
}

/** A value as the field shows it: text without its quotes, anything else as JSON. */
export function typedOf(json: string): string {
	const value: unknown = JSON.parse(json);
	return typeof value === "string" ? value : json;
}

/** The JSON of what was typed; undefined when it is none, or not of that kind. */
export function jsonOf(input: KeyInput, typed: string): string | undefined {
	if (input === "text") return JSON.stringify(typed);
	const json = typed.trim();
	if (!isJson(json)) return undefined;
	const kind = kindOf(json);
	if (input === "json") return json;
	return kind === input ? json : undefined;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Whether the database can keep that text as a value: JSON, not too large, not nested too deep, no NUL character. */
export function isStorableJson(text: string): boolean {
	if (text.length > 2 * keyLimits.bytes || !isJson(text)) return false;
	const value: unknown = JSON.parse(text);
	return isShallow(value, keyLimits.depth) && !hasNul(value) && storedBytes(value) <= keyLimits.bytes;
}

function isShallow(value: unknown, depth: number): boolean {
	if (typeof value !== "object" || value === null) return true;
	return depth > 0 && Object.values(value).every((item) => isShallow(item, depth - 1));
}

function hasNul(value: unknown): boolean {
	if (typeof value === "string") return value.includes("\0");
	if (typeof value !== "object" || value === null) return false;
	return Object.entries(value).some(([key, item]) => hasNul(key) || hasNul(item));
}

/** The length of a value in bytes as Postgres writes it, which puts a space after every comma and colon. */
export function storedBytes(value: unknown): number {
	const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
	return bytes + spaces(value);
}

function spaces(value: unknown): number {
	if (typeof value !== "object" || value === null) return 0;
	const items: unknown[] = Object.values(value);
	const own = Math.max(0, items.length - 1) + (Array.isArray(value) ? 0 : items.length);
	return items.reduce((sum: number, item) => sum + spaces(item), own);
}

const prefix = "dynamic:";

/** What revisions call a dynamic key; no setting's own name has a colon. */
export function settingOfKey(key: string): string {
	return prefix + key;
}

/** The dynamic key that a revision names so; undefined for a setting. */
export function keyOfSetting(name: string): string | undefined {
	return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/** Whether two JSON texts say the same, whatever their spaces. */
export function isSameJson(a: string, b: string): boolean {
	return compact(a) === compact(b);
}

/** JSON text without the spaces between its parts; digits are left as they are. */
export function compact(json: string): string {
	return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");
}
