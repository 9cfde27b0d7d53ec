import "server-only";
import { currentUser } from "@/lib/auth/session";
import { avatarUrl, guildIconUrl } from "@/lib/discord/cdn";
import { env } from "@/lib/env";
import { myGuilds } from "@/lib/guilds/mine";

/** What the frame around every page shows of the person and of the servers they may open; undefined when signed out. */
export async function shellOfPerson() {
	const user = await currentUser();
	if (!user) return undefined;
	const base = env().DISCORD_CDN_URL;
	const guilds = await myGuilds();
	return {
		user: {
			name: user.globalName ?? user.username,
			avatarUrl: avatarUrl(base, { id: user.id, hash: user.avatar }, { size: 24 }),
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
