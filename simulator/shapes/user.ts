import type { APIUser } from "discord-api-types/v10";
import type { Member } from "@/prisma/seed/population/crowd";
import type { WorldUser } from "@/prisma/seed/world/types";
import type { LivingMember } from "../state/types";

/** No bit of a flag field set. */
export const noFlags: number = 0;

/** Bots kept the four digits that people lost. */
const botDiscriminator = "4471";

/** A user as Discord sends one to others. */
export function userShape(user: WorldUser): APIUser {
	return {
		id: user.id,
		username: user.username,
		discriminator: user.bot ? botDiscriminator : "0",
		global_name: user.globalName,
		avatar: user.avatar,
		banner: null,
		accent_color: user.accentColor,
		avatar_decoration_data: null,
		primary_guild: null,
		public_flags: noFlags,
		flags: noFlags,
		...(user.bot && { bot: true }),
	};
}

/** A user as Discord sends it to that user: `GET /users/@me`. */
export function currentUserShape(user: APIUser, locale: string, email: string | null) {
	return {
		...user,
		mfa_enabled: true,
		locale,
		premium_type: 0,
		verified: true,
		...(email !== null && { email }),
	};
}

type Joined = Pick<Member, "nick" | "roleIds" | "joinedAt"> &
	Partial<Pick<Member, "premiumSince" | "timeoutUntil" | "pending">>;

/** A guild member. */
export function memberShape(member: Joined, user: APIUser): LivingMember {
	const { premiumSince = null, timeoutUntil = null } = member;
	return {
		user,
		nick: member.nick,
		avatar: null,
		banner: null,
		roles: [...member.roleIds],
		joined_at: timestamp(member.joinedAt),
		premium_since: premiumSince === null ? null : timestamp(premiumSince),
		communication_disabled_until: timeoutUntil === null ? null : timestamp(timeoutUntil),
		flags: noFlags,
		pending: member.pending ?? false,
		mute: false,
		deaf: false,
	};
}

/** Discord writes microseconds and an offset: `2026-01-02T03:04:05.678000+00:00`. */
export function timestamp(ms: number): string {
	return new Date(ms).toISOString().replace("Z", "000+00:00");
}
