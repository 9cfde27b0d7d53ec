import { z } from "zod";
import { role, tellRole } from "@/bot/events/decode-role";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const told = handler(z.object({ guild_id: snowflake, role }), (data, tables, { frame }) => {
	tellRole(tables, data.guild_id, data.role, frame.receivedAt);
});

const deleted = handler(
	z.object({ guild_id: snowflake, role_id: snowflake }),
	({ guild_id, role_id }, tables, { frame }) => tables.roles.delete(guild_id, role_id, frame.receivedAt),
	{ apart: true },
);

export const roleEvents = {
	GUILD_ROLE_CREATE: told,
	GUILD_ROLE_UPDATE: told,
	GUILD_ROLE_DELETE: deleted,
} satisfies Record<string, EventHandler>;
