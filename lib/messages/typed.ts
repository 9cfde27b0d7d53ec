import { millisecondsInDay } from "date-fns/constants";
import { type MessageFilters, messageFilters } from "./schema";
import { type MessagePart, messageParts } from "./searched-parts";

/** Filters whose value is a name, which only the guild can turn into an id. */
export type NamedFilter = "author" | "channel" | "mentions";
export type Asked = { filter: NamedFilter; name: string };

export type Typed = {
	/** What remains to be searched for. */
	words: string;
	/** What needs no look-up. */
	filters: Pick<MessageFilters, "has" | "type" | "after" | "before" | "pinned" | "deleted">;
	asked: Asked[];
	/** Operators whose value says nothing, as they were typed. */
	unknown: string[];
};

const operator = /(^|\s)(from|in|mentions|has|before|after|during|type|is):("[^"]*"|[^\s"]\S*)(?=\s|$)/gi;

const named: Partial<Record<string, NamedFilter>> = { from: "author", in: "channel", mentions: "mentions" };

/**
 * Reads a search as people type it on Discord: `from:ana in:general has:image before:2026-01-01 the words`. What stands in
 * quotation marks is text.
 */
export function parseTyped(text: string): Typed {
	const typed: Typed = { words: "", filters: {}, asked: [], unknown: [] };
	const outside = text.split(/((?:^|(?<=\s))-?"[^"]*")/);
	typed.words = outside
		.map((piece, index) => (index % 2 === 1 ? piece : takeOperators(piece, typed)))
		.join("")
		.replace(/\s+/g, " ")
		.trim();
	return typed;
}

function takeOperators(piece: string, typed: Typed): string {
	return piece.replace(operator, (whole: string, _space: string, name: string, quoted: string) => {
		if (!takeOperator(name.toLowerCase(), quoted.replaceAll('"', ""), typed))
			typed.unknown.push(whole.trim());
		return " ";
	});
}

function takeOperator(name: string, value: string, typed: Typed): boolean {
	const filter = named[name];
	if (filter !== undefined) {
		typed.asked.push({ filter, name: value.replace(/^[@#]/, "") });
		return true;
	}
	const taken = messageFilters.partial().safeParse(plainFilter(name, value.toLowerCase()));
	const { has = [], ...filters } = taken.data ?? {};
	if (has.length === 0 && Object.keys(filters).length === 0) return false;
	Object.assign(typed.filters, filters);
	if (has.length > 0) typed.filters.has = [...new Set([...(typed.filters.has ?? []), ...has])];
	return true;
}

function plainFilter(name: string, value: string): object {
	switch (name) {
		case "has":
			return { has: partNamed(value) ?? [] };
		case "is":
			return states[value] ?? {};
		case "during":
			return isDay(value) ? { after: dayAfter(value, -1), before: dayAfter(value, 1) } : {};
		default:
			return { [name]: value };
	}
}

/** Discord's own words for parts, alongside ours. */
function partNamed(value: string): MessagePart | undefined {
	const singular = value === "file" ? "attachment" : value.replace(/s$/, "");
	return messageParts.find((part) => part === value || part === singular);
}

const states: Partial<Record<string, object>> = {
	edited: { has: "edited" },
	pinned: { pinned: "1" },
	deleted: { deleted: "1" },
};

function isDay(text: string): boolean {
	return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function dayAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * millisecondsInDay).toISOString().slice(0, 10);
}
