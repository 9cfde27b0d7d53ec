import { z } from "zod";
import { flag, int4, text, time } from "@/bot/events/decode";
import { tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";

/** An invite, as the event and Discord's API describe it. */
export const invite = z.object({
	guild_id: snowflake.nullish(),
	channel_id: snowflake,
	code: text,
	created_at: time.nullish(),
	expires_at: time.nullish(),
	inviter: user.nullish(),
	max_age: int4.nullish(),
	max_uses: int4.nullish(),
	target_type: int4.nullish(),
	target_user: user.nullish(),
	target_application: z.object({ id: snowflake }).nullish(),
	temporary: flag.nullish(),
	uses: int4.nullish(),
});

const targets = { 1: "stream", 2: "embedded_application" };

/** Tells an invite that stands at `at`. One of a group of friends, not of a guild, is passed over. */
export function tellInvite(tables: Tables, data: z.infer<typeof invite>, at: string): void {
	const { guild_id, code, inviter, target_user: person, target_type: type, created_at } = data;
	if (!guild_id) return;
	for (const one of [inviter, person]) if (one) tellUser(tables, one, at);
	tables.invites.put(guild_id, code, at, {
		channel_id: data.channel_id,
		inviter_id: inviter?.id,
		target_type: type ? wordOf(targets, type) : null,
		target_user_id: person?.id,
		target_application_id: data.target_application?.id,
		max_age: data.max_age,
		max_uses: data.max_uses,
		temporary: data.temporary,
		uses: data.uses,
		created_at: created_at ?? at,
		expires_at: data.expires_at ?? expiry(created_at, data.max_age),
	});
}

const created = handler(invite, (data, tables, { frame }) => tellInvite(tables, data, frame.receivedAt));

function expiry(createdAt: string | null | undefined, seconds: number | null | undefined): string | null {
	return createdAt && seconds ? new Date(Date.parse(createdAt) + seconds * 1000).toISOString() : null;
}

const deleted = handler(
	z.object({ guild_id: snowflake.nullish(), channel_id: snowflake, code: text }),
	({ guild_id, channel_id, code }, tables, { frame }) => {
		if (guild_id) tables.invites.revoke(guild_id, code, channel_id, frame.receivedAt);
	},
);

export const inviteEvents = {
	INVITE_CREATE: created,
	INVITE_DELETE: deleted,
} satisfies Record<string, EventHandler>;
