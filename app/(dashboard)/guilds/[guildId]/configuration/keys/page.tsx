import { ConfigHeader } from "@/components/config/config-header";
import { KeysView } from "@/components/config/keys-view";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { getConfig } from "@/lib/config/data";
import { keyBefore, listKeys } from "@/lib/config/keys-data";
import { keysSearch } from "@/lib/config/keys-schema";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("config.tabs.dynamic", "config.title");

export default guildPage("config.read", async ({ guild, search }) => {
	const { undo } = pageSearch(keysSearch, search);
	const config = await getConfig(guild);
	const first = await listKeys(guild);
	const before = undo === undefined ? null : await keyBefore(guild, undo);
	return (
		<Messages namespaces={["config"]}>
			<ConfigHeader
				guildId={guild.guildId}
				level={guild.actor.level}
				tab="dynamic"
				controls={<ExportMenu guildId={guild.guildId} list="configuration/keys/all" />}
			/>
			<KeysView
				key={undo}
				guildId={guild.guildId}
				mayWrite={may(guild.actor.level, "config.write")}
				first={first}
				config={config}
				asked={before && undo !== undefined ? { ...before, revision: undo } : null}
			/>
		</Messages>
	);
});
