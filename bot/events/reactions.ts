import type { GatewayDispatchEvents } from "discord-api-types/v10";
import { z } from "zod";
import { flag, text } from "@/bot/events/decode";
import { membership, tellMember, tellUser, user } from "@/bot/events/decode-user";
import { type EventHandler, handler } from "@/bot/events/handler";
import type { ReactionEmoji } from "@/bot/rows/reaction-fate";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { snowflake } from "@/lib/discord/snowflake-schema";

const place = { message_id: snowflake, channel_id: snowflake, guild_id: snowflake.nullish() };

/** Custom emoji are known by their id and may have lost their name; others are their character. */
const emoji = z
	.object({ id: snowflake.nullish(), name: text.nullish(), animated: flag.nullish() })
	.transform(({ id, name, animated }, context): ReactionEmoji => {
		const key = id || name;
		if (key) return { key, id: id ?? null, name: name || key, animated: animated ?? false };
		context.addIssue("has neither id nor name");
		return z.NEVER;
	});

const one = z.object({ ...place, user_id: snowflake, emoji });
const added = one.extend({ member: membership.extend({ user: user.nullish() }).nullish() });

const reactionAdd = handler(added, (d, tables, { frame: { receivedAt: at } }) => {
	const guildId = d.guild_id ?? NO_GUILD;
	tables.users.need(d.user_id, at);
	tables.users.active(d.user_id, at);
	if (d.member?.user?.id === d.user_id) tellUser(tables, d.member.user, at);
	if (d.member && d.guild_id)
		tellMember(tables, "meet", guildId, { ...d.member, user: { id: d.user_id } }, at);
	tables.reactions.take(guildId, d.message_id, { kind: "add", at, emoji: d.emoji, userId: d.user_id });
});

const reactionRemove = handler(one, (d, tables, { frame }) =>
	tables.reactions.take(d.guild_id ?? NO_GUILD, d.message_id, {
		...{ kind: "remove", at: frame.receivedAt },
		...{ key: d.emoji.key, userId: d.user_id },
	}),
);

const reactionRemoveAll = handler(z.object(place), (d, tables, { frame }) =>
	tables.reactions.take(d.guild_id ?? NO_GUILD, d.message_id, { kind: "clear", at: frame.receivedAt }),
);

const reactionRemoveEmoji = handler(z.object({ ...place, emoji }), (d, tables, { frame }) =>
	tables.reactions.take(d.guild_id ?? NO_GUILD, d.message_id, {
		...{ kind: "clear", at: frame.receivedAt, key: d.emoji.key },
	}),
);

/** Reactions, by the names of their events. */
export const reactionEvents = {
	MESSAGE_REACTION_ADD: reactionAdd,
	MESSAGE_REACTION_REMOVE: reactionRemove,
	MESSAGE_REACTION_REMOVE_ALL: reactionRemoveAll,
	MESSAGE_REACTION_REMOVE_EMOJI: reactionRemoveEmoji,
} satisfies Partial<Record<GatewayDispatchEvents, EventHandler>>;
