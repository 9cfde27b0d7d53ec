import { Hash } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ChannelTable } from "@/components/channels/channel-table";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/layout/states";
import { guildPage } from "@/lib/auth/guild-page";
import { listChannels } from "@/lib/channels/data";
import { channelTree } from "@/lib/channels/tree";
import { isThread } from "@/lib/discord/channels";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("channels.title");

export default guildPage("channels.read", async ({ guild }) => {
	const t = await getTranslations("channels");
	const channels = await listChannels(guild);
	const count = channels.filter(({ type }) => type !== "guild_category" && !isThread(type)).length;
	return (
		<Messages namespaces={["channels", "discord"]}>
			<PageHeader
				title={t("title")}
				description={t("count", { count })}
				controls={<ExportMenu guildId={guild.guildId} list="channels" />}
			/>
			{channels.length === 0 ? (
				<EmptyState icon={Hash} title={t("empty.title")} reason={t("empty.reason")} />
			) : (
				<ChannelTable guildId={guild.guildId} groups={channelTree(channels)} />
			)}
		</Messages>
	);
});
