import { getTranslations } from "next-intl/server";
import { ConfigForm } from "@/components/config/config-form";
import { ConfigHeader } from "@/components/config/config-header";
import { DirectoryProvider } from "@/components/config/directory";
import { Messages } from "@/components/layout/messages";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { getConfig, readDirectory } from "@/lib/config/data";
import { changesAsked } from "@/lib/config/history-data";
import { configSearch } from "@/lib/config/schema";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("config.title");

export default guildPage("config.read", async ({ guild, search }) => {
	const t = await getTranslations("config.asked");
	const { restore, undo, setting } = pageSearch(configSearch, search);
	const saved = await getConfig(guild);
	const directory = await readDirectory(guild);
	const changes = await changesAsked(guild, saved.settings, { restore, undo, setting });
	const revision = restore ?? undo;
	const note = restore ? t("restore", { revision: restore }) : t("undo", { revision: undo ?? 0 });
	return (
		<Messages namespaces={["config", "discord"]}>
			<ConfigHeader guildId={guild.guildId} level={guild.actor.level} tab="settings" />
			<DirectoryProvider directory={directory}>
				<ConfigForm
					key={`${restore} ${undo} ${setting}`}
					guildId={guild.guildId}
					level={guild.actor.level}
					saved={saved}
					asked={revision === undefined ? null : { changes, note, isRestore: restore !== undefined }}
				/>
			</DirectoryProvider>
		</Messages>
	);
});
