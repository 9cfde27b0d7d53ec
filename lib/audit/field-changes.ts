import type { FieldChange } from "./schema";

/** The fields of a row before and after it changed, in the order of their names; fields that stayed are left out. */
export function rowChanges(before: unknown, after: unknown): FieldChange[] {
	const old = record(before);
	const next = record(after);
	const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort((one, other) =>
		one.localeCompare(other, "en"),
	);
	return fields
		.map((field) => ({ field, before: old[field] ?? null, after: next[field] ?? null }))
		.filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is));
}

/** Discord's list of `{key, old_value, new_value}`; entries of another form are passed over. */
export function discordChanges(changes: unknown): FieldChange[] {
	if (!Array.isArray(changes)) return [];
	return changes
		.map(record)
		.flatMap(({ key, old_value: before, new_value: after }) =>
			typeof key === "string" ? [{ field: key, before: before ?? null, after: after ?? null }] : [],
		);
}

/** An object unchanged; anything else as an empty one. */
export function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
