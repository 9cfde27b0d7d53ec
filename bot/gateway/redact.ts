/** Fields that let whoever knows them act in the name of somebody, wherever they stand in a frame. */
const secrets = new Set(["token", "access_token", "refresh_token", "client_secret"]);

/** Ids and times say what a frame is about, and nothing that somebody wrote. */
const plain = /^(\d{17,20}|\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d))$/;

/**
 * A frame as it may be kept for finding out what was wrong with it: without tokens, and without what people wrote where
 * that is not to be stored. What is taken away leaves a mark of its length; numbers, ids, times and the shape stay.
 */
export function redact(value: unknown, keepsText: boolean): unknown {
	if (typeof value === "string") return keepsText || plain.test(value) ? value : mark(value);
	if (Array.isArray(value)) return value.map((item) => redact(item, keepsText));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => {
			if (secrets.has(name)) return [name, typeof inner === "string" ? mark(inner) : null];
			return [name, redact(inner, keepsText)];
		}),
	);
}

const mark = (text: string) => `[${text.length} characters]`;
