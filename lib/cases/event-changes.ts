/** The fields of a case that its history names; the others follow from the kind of the event. */
export const shownFields = [
	"case_reason",
	"case_expires_at",
	"case_type",
	"case_user_id",
	"case_moderator_id",
	"order_error",
] as const;
export type ShownField = (typeof shownFields)[number];

export type EventChange = { field: ShownField; before: string | null; after: string | null };

/**
 * What an event changed, field by field in a fixed order. The opening of a case changes nothing: its values are those
 * that the first change has as "before".
 */
export function eventChanges(event: {
	kind: string;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
}): EventChange[] {
	if (event.kind === "created") return [];
	return shownFields
		.filter((field) => field in event.before || field in event.after)
		.map((field) => ({ field, before: text(event.before[field]), after: text(event.after[field]) }))
		.filter(({ before, after }) => before !== after);
}

function text(value: unknown): string | null {
	if (value === null || value === undefined || value === "") return null;
	return typeof value === "string" ? value : JSON.stringify(value);
}
