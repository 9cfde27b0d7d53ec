import { z } from "zod";
import { member, tellMember, tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import { snowflake } from "@/lib/discord/snowflake-schema";

const ofGuild = member.extend({ guild_id: snowflake });

const joined = handler(ofGuild, (data, tables, { frame }) => {
	tellUser(tables, data.user, frame.receivedAt);
	tellMember(tables, "join", data.guild_id, data, frame.receivedAt);
});

const updated = handler(ofGuild, (data, tables, { frame }) => {
	tellUser(tables, data.user, frame.receivedAt);
	tellMember(tables, "meet", data.guild_id, data, frame.receivedAt);
	if (data.roles) tables.roleGivers.note(data.guild_id, data.user.id);
});

const left = handler(z.object({ guild_id: snowflake, user }), (data, tables, { frame }) => {
	tellUser(tables, data.user, frame.receivedAt);
	tables.members.leave(data.guild_id, data.user.id, frame.receivedAt);
});

const chunk = handler(
	z.object({
		guild_id: snowflake,
		members: z.array(member),
		chunk_index: z.int().min(0).nullish(),
		chunk_count: z.int().min(1).nullish(),
		nonce: z.string().nullish(),
	}),
	({ guild_id, members, chunk_index: index, chunk_count: count, nonce }, tables, { frame }) => {
		const at = frame.receivedAt;
		for (const one of members) {
			tellUser(tables, one.user, at);
			tellMember(tables, "list", guild_id, one, at);
		}
		if (nonce && typeof index === "number" && typeof count === "number") {
			tables.memberRuns.arrived(guild_id, { at, nonce, index, count });
		}
	},
	{ apart: true },
);

/** Who is a member. */
export const memberEvents = {
	GUILD_MEMBER_ADD: joined,
	GUILD_MEMBER_UPDATE: updated,
	GUILD_MEMBER_REMOVE: left,
	GUILD_MEMBERS_CHUNK: chunk,
} satisfies Record<string, EventHandler>;
