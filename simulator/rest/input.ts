import type { Context } from "hono";
import { invalidField } from "../errors";
import { compareIds } from "../state/ids";

/** A snowflake from the path. @throws DiscordError 400 when it is not one */
export function snowflakeParam(context: Context, name: string): string {
	const value = context.req.param(name) ?? "";
	if (!isSnowflake(value)) throw notSnowflake(name, value);
	return value;
}

/** An optional snowflake from the query. @throws DiscordError 400 when it is not one */
export function snowflakeQuery(context: Context, name: string): bigint | undefined {
	const value = context.req.query(name);
	if (value === undefined) return undefined;
	if (!isSnowflake(value)) throw notSnowflake(name, value);
	return BigInt(value);
}

/** A page size from the query. @throws DiscordError 400 outside `1..max` */
export function limitQuery(context: Context, options: { max: number; fallback: number }): number {
	const value = context.req.query("limit");
	if (value === undefined) return options.fallback;
	const limit = Number(value);
	if (!Number.isInteger(limit)) {
		throw invalidField("limit", "NUMBER_TYPE_COERCE", `Value "${value}" is not int.`);
	}
	if (limit < 1)
		throw invalidField("limit", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
	if (limit > options.max) {
		throw invalidField(
			"limit",
			"NUMBER_TYPE_MAX",
			`int value should be less than or equal to ${options.max}.`,
		);
	}
	return limit;
}

/** Some of what has an id, by rising id: at most `limit` behind the query's `after`. @throws DiscordError 400 */
export function pageAfter(context: Context, ids: Iterable<string>, limit: number): string[] {
	const after = snowflakeQuery(context, "after") ?? 0n;
	const behind = [...ids].filter((id) => BigInt(id) > after);
	return behind.sort(compareIds).slice(0, limit);
}

/** A flag from the query: `true` or `1`. */
export const flagQuery = (context: Context, name: string): boolean =>
	["true", "True", "1"].includes(context.req.query(name) ?? "");

const isSnowflake = (value: string) => /^\d{1,20}$/.test(value);

const notSnowflake = (name: string, value: string) =>
	invalidField(name, "NUMBER_TYPE_COERCE", `Value "${value}" is not snowflake.`);
