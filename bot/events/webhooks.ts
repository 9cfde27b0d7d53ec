import { z } from "zod";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** Says only that a channel's webhooks changed; what they are is then read over REST. */
const updated = handler(z.object({ guild_id: snowflake, channel_id: snowflake }), (data, tables, { frame }) =>
	tables.webhooks.changed(data.guild_id, data.channel_id, frame.receivedAt),
);

export const webhookEvents = {
	WEBHOOKS_UPDATE: updated,
} satisfies Record<string, EventHandler>;
