import "server-only";
import { cache } from "react";
import { inUser, type UserScope } from "@/lib/auth/scope";
import { readUser } from "@/lib/auth/session";
import { avatarUrl, guildIconUrl } from "@/lib/discord/cdn";
import { env } from "@/lib/env";
import { listGuilds } from "@/lib/guilds/mine";

/** What the frame around every page shows of the person and of the servers they may open. */
export async function readShell(scope: Pick<UserScope, "rows" | "one" | "userId">) {
	const user = await readUser(scope);
	const base = env().DISCORD_CDN_URL;
	const guilds = await listGuilds(scope);
	return {
		user: {
			name: user.globalName ?? user.username,
			avatarUrl: avatarUrl(base, { id: user.id, hash: user.avatar }, { size: 24 }),
			isOperator: user.isOperator,
		},
		guilds: guilds
			.filter((guild) => guild.level > 0 && guild.botPresent)
			.map(({ id, name, icon }) => ({
				id,
				name,
				iconUrl: guildIconUrl(base, { id, hash: icon }, { size: 28 }),
			})),
		timeZone: user.timeZone,
	};
}

export type Shell = Awaited<ReturnType<typeof readShell>>;

/** The same for pages outside a server, read once per request. @throws AppError `unauthenticated` */
export const shellOfPerson = cache((): Promise<Shell> => inUser(readShell));
