import { z } from "zod";
import { tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** A new session lists its guilds as unavailable until their GUILD_CREATE; none of them is left. */
const ready = handler(
	z.object({ user, guilds: z.array(z.object({ id: snowflake })).nullish() }),
	({ user: self, guilds }, tables, { frame }) => {
		tellUser(tables, self, frame.receivedAt);
		for (const { id } of guilds ?? []) tables.guilds.put(id, frame.receivedAt, { unavailable: true });
	},
);

const self = handler(user, (data, tables, { frame }) => tellUser(tables, data, frame.receivedAt));

/** The session, and the application's own user. */
export const sessionEvents = {
	READY: ready,
	USER_UPDATE: self,
} satisfies Record<string, EventHandler>;
