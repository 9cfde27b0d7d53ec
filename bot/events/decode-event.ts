import { z } from "zod";
import { certain, given, int2, int4, text, time } from "@/bot/events/decode";
import { tellUser, user } from "@/bot/events/decode-user";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";

export const scheduledEvent = z.object({
	id: snowflake,
	guild_id: snowflake,
	channel_id: snowflake.nullish(),
	creator_id: snowflake.nullish(),
	creator: user.nullish(),
	name: text.nullish(),
	description: text.nullish(),
	scheduled_start_time: time.nullish(),
	scheduled_end_time: time.nullish(),
	privacy_level: int2.nullish(),
	status: int4.nullish(),
	entity_type: int4.nullish(),
	entity_id: snowflake.nullish(),
	entity_metadata: z.record(z.string(), z.unknown()).nullish(),
	recurrence_rule: z.record(z.string(), z.unknown()).nullish(),
	image: text.nullish(),
	user_count: int4.nullish(),
});
export type ScheduledEvent = z.infer<typeof scheduledEvent>;

const statuses = { 1: "scheduled", 2: "active", 3: "completed", 4: "canceled" };
const entityTypes = { 1: "stage_instance", 2: "voice", 3: "external" };

/** Tells what an event of the gateway says of a scheduled event. */
export function tellScheduledEvent(tables: Tables, data: ScheduledEvent, at: string): void {
	const { status, entity_type: type, creator } = data;
	if (creator) tellUser(tables, creator, at);
	tables.events.put(data.guild_id, data.id, at, {
		...given(data, "channel_id", "description", "scheduled_end_time", "entity_id", "entity_metadata"),
		...given(data, "recurrence_rule", "image"),
		...certain(data, "creator_id", "name", "scheduled_start_time", "privacy_level", "user_count"),
		...(typeof status === "number" ? { status: wordOf(statuses, status) } : {}),
		...(typeof type === "number" ? { entity_type: wordOf(entityTypes, type) } : {}),
	});
}
