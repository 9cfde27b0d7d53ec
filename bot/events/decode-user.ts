import { z } from "zod";
import { certain, flag, given, int2, int4, text, time } from "@/bot/events/decode";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** A person, as much of them as an event tells. */
export const user = z.object({
	id: snowflake,
	username: text.nullish(),
	discriminator: text.max(4).nullish(),
	global_name: text.nullish(),
	avatar: text.nullish(),
	banner: text.nullish(),
	accent_color: int4.nullish(),
	bot: flag.nullish(),
	system: flag.nullish(),
	mfa_enabled: flag.nullish(),
	verified: flag.nullish(),
	premium_type: int2.nullish(),
	flags: int4.nullish(),
	public_flags: int4.nullish(),
	locale: text.nullish(),
});
export type User = z.infer<typeof user>;

/** A membership without its person. */
export const membership = z.object({
	nick: text.nullish(),
	avatar: text.nullish(),
	banner: text.nullish(),
	roles: z.array(snowflake).nullish(),
	joined_at: time.nullish(),
	premium_since: time.nullish(),
	communication_disabled_until: time.nullish(),
	deaf: flag.nullish(),
	mute: flag.nullish(),
	pending: flag.nullish(),
	flags: int4.nullish(),
});

export const member = membership.extend({ user });
export type Member = z.infer<typeof member>;

/** Tells what an event says of a person. */
export function tellUser(tables: Tables, data: User, at: string): void {
	tables.users.put(data.id, at, {
		...given(data, "discriminator", "global_name", "avatar", "banner", "accent_color", "mfa_enabled"),
		...given(data, "verified", "premium_type", "flags", "public_flags", "locale"),
		...certain(data, "username", "bot", "system"),
	});
}

/**
 * Tells what an event says of a membership.
 * @param how see {@link MemberChanges}: joined just now, listed completely, or met in passing
 */
export function tellMember(
	tables: Tables,
	how: "join" | "list" | "meet",
	guildId: string,
	data: Omit<Member, "user"> & { user: Pick<User, "id"> },
	at: string,
): void {
	const patch = {
		...given(data, "nick", "avatar", "banner", "premium_since", "communication_disabled_until"),
		...given(data, "deaf", "mute", "pending", "flags"),
		...certain(data, "joined_at"),
	};
	tables.members[how](guildId, data.user.id, at, patch, data.roles ?? undefined);
}
