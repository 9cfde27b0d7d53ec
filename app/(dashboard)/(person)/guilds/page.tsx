import { GuildPicker } from "@/components/guilds/guild-picker";
import { Messages } from "@/components/layout/messages";
import type { PageSearch } from "@/lib/auth/guild-page";
import { toSignIn } from "@/lib/auth/guild-page";
import { currentUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { inviteUrl } from "@/lib/guilds/invite";
import { myGuilds } from "@/lib/guilds/mine";
import { sortIntoPicker } from "@/lib/guilds/picker";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("servers.title");

/** The servers a person may open, and those they could add the bot to. */
export default async function ServersPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
	const user = await currentUser();
	if (user === undefined) return toSignIn();
	const { q } = await searchParams;
	const guilds = await myGuilds();
	return (
		<Messages namespaces={["servers"]}>
			<GuildPicker
				guilds={sortIntoPicker(guilds, typeof q === "string" ? q : "")}
				total={guilds.length}
				query={typeof q === "string" ? q : ""}
				syncedAt={user.guildsSyncedAt}
				cdn={env().DISCORD_CDN_URL}
				inviteUrl={inviteUrl}
				isOperator={user.isOperator}
			/>
		</Messages>
	);
}
