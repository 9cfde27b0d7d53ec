import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const folder = path.resolve(import.meta.dirname, "../../../shared/reference/gateway");

/** The names of the frames that were recorded of Discord's gateway; none where ../shared is absent. */
export const recorded = existsSync(folder)
	? readdirSync(folder)
			.filter((name) => name.endsWith(".json"))
			.sort()
	: [];

const payload = z.looseObject({ op: z.number(), t: z.string().nullish(), d: z.unknown() });

/** A recorded frame, and its text. */
export function readRecorded(name: string) {
	const text = readFileSync(path.join(folder, name), "utf8");
	return { ...payload.parse(JSON.parse(text)), text };
}

/** Every guild that a frame speaks of, however deep. */
export function guildsIn(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [];
	const own = "guild_id" in value && typeof value.guild_id === "string" ? [value.guild_id] : [];
	return [...own, ...Object.values(value).flatMap(guildsIn)];
}
