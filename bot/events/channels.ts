import { z } from "zod";
import { int4, time } from "@/bot/events/decode";
import { channel, channelPatch, needParent, tellChannel } from "@/bot/events/decode-channel";
import { member, tellMember, tellUser } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";

const told = handler(channel, (data, tables, { frame }) => {
	tellChannel(tables, data.guild_id ?? NO_GUILD, data, frame.receivedAt);
});

const deleted = handler(channel, (data, tables, { frame }) => {
	needParent(tables, data.guild_id ?? NO_GUILD, data, frame.receivedAt);
	tables.channels.delete(data.guild_id ?? NO_GUILD, data.id, frame.receivedAt, channelPatch(data));
});

const pins = handler(
	z.object({
		guild_id: snowflake.nullish(),
		channel_id: snowflake,
		last_pin_timestamp: time.nullish(),
	}),
	({ guild_id, channel_id, last_pin_timestamp = null }, tables, { frame }) => {
		tables.channels.put(guild_id ?? NO_GUILD, channel_id, frame.receivedAt, { last_pin_timestamp });
	},
);

const threadList = handler(
	z.object({
		guild_id: snowflake,
		channel_ids: z.array(snowflake).nullish(),
		threads: z.array(channel).nullish(),
	}),
	({ guild_id, channel_ids: parents = null, threads }, tables, { frame }) => {
		for (const thread of threads ?? []) tellChannel(tables, guild_id, thread, frame.receivedAt);
		if (threads) tables.channels.activeThreads(guild_id, frame.receivedAt, parents);
	},
	{ apart: true },
);

const threadMember = z.object({ member: member.nullish() });

const threadMembers = handler(
	z.object({
		id: snowflake,
		guild_id: snowflake,
		member_count: int4.nullish(),
		added_members: z.array(threadMember).nullish(),
	}),
	({ id, guild_id, member_count, added_members: added }, tables, { frame }) => {
		const at = frame.receivedAt;
		tables.channels.put(guild_id, id, at, typeof member_count === "number" ? { member_count } : {});
		for (const { member: one } of added ?? []) {
			if (!one) continue;
			tellUser(tables, one.user, at);
			tellMember(tables, "meet", guild_id, one, at);
		}
	},
);

/** Channels and threads. */
export const channelEvents = {
	CHANNEL_CREATE: told,
	CHANNEL_UPDATE: told,
	CHANNEL_DELETE: deleted,
	CHANNEL_PINS_UPDATE: pins,
	THREAD_CREATE: told,
	THREAD_UPDATE: told,
	THREAD_DELETE: deleted,
	THREAD_LIST_SYNC: threadList,
	THREAD_MEMBERS_UPDATE: threadMembers,
} satisfies Record<string, EventHandler>;
