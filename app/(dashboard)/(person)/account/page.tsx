import { AccountPage } from "@/components/account/account-page";
import { Messages } from "@/components/layout/messages";
import { listSessions, listTokens } from "@/lib/account/data";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { inUser } from "@/lib/auth/scope";
import { readUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { listGuilds } from "@/lib/guilds/mine";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("account.title");

/** The person's own page: who they are here, what they chose, where they are signed in. */
export default async function Account() {
	const account = await refusedIsNotFound(() =>
		inUser(async (user) => ({
			profile: await readUser(user),
			sessions: await listSessions(user),
			tokens: await listTokens(user),
			guilds: (await listGuilds(user)).filter((guild) => guild.level > 0),
		})),
	);
	return (
		<Messages namespaces={["account", "nav"]}>
			<AccountPage {...account} cdn={env().DISCORD_CDN_URL} />
		</Messages>
	);
}
