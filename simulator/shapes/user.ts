import type { APIUser } from "discord-api-types/v10";
import type { WorldMember, WorldUser } from "@/prisma/seed/world/types";

/** Bots kept the four digits that people lost. */
const botDiscriminator = "4471";

/** A user as Discord sends one to others. */
export function userShape(user: WorldUser) {
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
		public_flags: 0,
		flags: 0,
		...(user.bot && { bot: true }),
	} satisfies Omit<APIUser, "flags" | "public_flags"> & Record<string, unknown>;
}

/** A user as Discord sends it to that user: `GET /users/@me`. */
export function currentUserShape(user: WorldUser, email: string | null) {
	return {
		...userShape(user),
		mfa_enabled: true,
		locale: user.locale,
		premium_type: 0,
		verified: true,
		...(email !== null && { email }),
	};
}

/** A guild member. */
export function memberShape(member: WorldMember, user: WorldUser) {
	return {
		user: userShape(user),
		nick: member.nick,
		avatar: null,
		banner: null,
		roles: member.roleIds,
		joined_at: timestamp(member.joinedAt),
		premium_since: null,
		communication_disabled_until: null,
		flags: 0,
		pending: false,
		mute: false,
		deaf: false,
	};
}

/** Discord writes microseconds and an offset: `2026-01-02T03:04:05.678000+00:00`. */
export function timestamp(ms: number): string {
	return new Date(ms).toISOString().replace("Z", "000+00:00");
}
