import { z } from "zod";
import { tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const ban = (kind: "added" | "removed") =>
	handler(z.object({ guild_id: snowflake, user }), (data, tables, { frame }) => {
		tellUser(tables, data.user, frame.receivedAt);
		tables.bans.step(data.guild_id, data.user.id, { at: frame.receivedAt, kind });
	});

export const banEvents = {
	GUILD_BAN_ADD: ban("added"),
	GUILD_BAN_REMOVE: ban("removed"),
} satisfies Record<string, EventHandler>;
