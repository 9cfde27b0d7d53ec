import { z } from "zod";
import { isSnowflake, snowflakePattern } from "./snowflake";

/** The id of anything on Discord, as addresses and bodies carry it: what `isSnowflake` takes, and nothing beyond `bigint`. */
export const snowflake = z
	.string()
	.refine(isSnowflake, "expected a Discord id")
	.meta({ pattern: snowflakePattern.source });
