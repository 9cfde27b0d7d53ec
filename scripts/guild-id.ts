import { isSnowflake } from "@/lib/discord/snowflake";
import { Refusal } from "./refusal";

/**
 * Refuses what `--guild` cannot mean. `0` is the guild of rows that have none.
 * @throws Refusal that says where to find the id
 */
export function refuseNoGuildId(guild: string | undefined): void {
	if (guild === undefined || guild === "0" || isSnowflake(guild)) return;
	throw new Refusal(
		`${guild} is not a guild's id. It stands in the address of each of its pages, /guilds/ID; without --guild, all are read.`,
	);
}
