import { ConfigHeader } from "@/components/config/config-header";
import { DirectoryProvider } from "@/components/config/directory";
import { RevisionList } from "@/components/config/revision-list";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { readDirectory } from "@/lib/config/data";
import { listRevisions } from "@/lib/config/history-data";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("config.tabs.history", "config.title");

export default guildPage("config.read", async ({ guild }) => {
	const directory = await readDirectory(guild);
	const first = await listRevisions(guild, { limit: 30 });
	return (
		<Messages namespaces={["config", "discord"]}>
			<ConfigHeader
				guildId={guild.guildId}
				level={guild.actor.level}
				tab="history"
				controls={<ExportMenu guildId={guild.guildId} list="configuration/revisions" />}
			/>
			<DirectoryProvider directory={directory}>
				<RevisionList
					guildId={guild.guildId}
					cdn={env().DISCORD_CDN_URL}
					first={first}
					mayWrite={may(guild.actor.level, "config.write")}
				/>
			</DirectoryProvider>
		</Messages>
	);
});
