import { z } from "zod";
import { scheduledEvent, tellScheduledEvent } from "@/bot/events/decode-event";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const created = handler(scheduledEvent, (data, tables, { frame }) => {
	tellScheduledEvent(tables, { ...data, user_count: data.user_count ?? 0 }, frame.receivedAt);
});

const told = handler(scheduledEvent, (data, tables, { frame }) => {
	tellScheduledEvent(tables, data, frame.receivedAt);
});

/** Whoever deletes an event cancels it; the row stays, with those who were interested. */
const deleted = handler(scheduledEvent, (data, tables, { frame }) => {
	tellScheduledEvent(tables, data, frame.receivedAt);
	tables.events.put(data.guild_id, data.id, frame.receivedAt, { status: "canceled" });
});

const interest = (interested: boolean) =>
	handler(
		z.object({ guild_id: snowflake, guild_scheduled_event_id: snowflake, user_id: snowflake }),
		({ guild_id, guild_scheduled_event_id: id, user_id }, tables, { frame }) => {
			tables.events.interested(guild_id, id, user_id, frame.receivedAt, interested);
		},
	);

export const scheduledEventEvents = {
	GUILD_SCHEDULED_EVENT_CREATE: created,
	GUILD_SCHEDULED_EVENT_UPDATE: told,
	GUILD_SCHEDULED_EVENT_DELETE: deleted,
	GUILD_SCHEDULED_EVENT_USER_ADD: interest(true),
	GUILD_SCHEDULED_EVENT_USER_REMOVE: interest(false),
} satisfies Record<string, EventHandler>;
