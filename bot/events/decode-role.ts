import { z } from "zod";
import { bits, certain, flag, given, int4, text } from "@/bot/events/decode";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

export const role = z.object({
	id: snowflake,
	name: text.nullish(),
	color: int4.nullish(),
	hoist: flag.nullish(),
	icon: text.nullish(),
	unicode_emoji: text.nullish(),
	position: int4.nullish(),
	permissions: bits.nullish(),
	managed: flag.nullish(),
	mentionable: flag.nullish(),
	tags: z.record(z.string(), z.unknown()).nullish(),
	flags: int4.nullish(),
});

/** Tells what an event says of a role that exists. */
export function tellRole(tables: Tables, guildId: string, data: z.infer<typeof role>, at: string): void {
	tables.roles.put(guildId, data.id, at, {
		...given(data, "hoist", "icon", "unicode_emoji", "managed", "mentionable", "tags", "flags"),
		...certain(data, "name", "color", "position", "permissions"),
	});
}
