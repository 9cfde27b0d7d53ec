import { z } from "zod";
import type { Operation } from "@/tests/http/api-routes";

/** Parameters that stand for a thing of the server, and the example that fits. */
const things: Record<string, string> = {
	member: "userId",
	author: "userId",
	user: "userId",
	actor: "userId",
	target: "userId",
	moderator: "userId",
	assignee: "userId",
	mentions: "userId",
	channel: "channelId",
	role: "roleId",
};

/** Texts and days for parameters that take any. */
const texts: Record<string, string> = {
	q: "release",
	from: "2026-02-01",
	to: "2026-09-30",
	after: "2026-02-01",
	before: "2026-09-30",
	command: "rank",
};

/**
 * Addresses that ask a route for everything that it can be narrowed to: one for each value of each parameter that is
 * a choice, and one for each other parameter that we know an example of.
 */
export function askedFor(address: string, { spec }: Operation, examples: Record<string, string>): string[] {
	if (spec.query === undefined) return [address];
	const { properties = {} } = z.toJSONSchema(spec.query, { io: "input", unrepresentable: "any" });
	const asked = Object.entries(properties).flatMap(([name, property]) =>
		valuesOf(name, property, examples).map((value) => `${name}=${encodeURIComponent(value)}`),
	);
	return [address, ...asked.map((query) => `${address}?${query}`)];
}

function valuesOf(name: string, property: unknown, examples: Record<string, string>): string[] {
	const choices = choicesIn(property);
	if (choices.length > 0) return choices;
	const example = examples[things[name] ?? ""] ?? texts[name];
	return example === undefined ? [] : [example];
}

/** The values that a JSON schema names, also those of a list's items and of alternatives. */
function choicesIn(property: unknown): string[] {
	if (typeof property !== "object" || property === null) return [];
	const { enum: values, const: value, anyOf, items } = property as Record<string, unknown>;
	const own = [...(Array.isArray(values) ? values : []), ...(value === undefined ? [] : [value])];
	const inner = [...(Array.isArray(anyOf) ? anyOf : []), ...(items === undefined ? [] : [items])];
	return [...new Set([...own.map(String), ...inner.flatMap(choicesIn)])];
}
