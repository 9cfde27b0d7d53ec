import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { MessageFilterBar } from "@/components/messages/message-filter-bar";
import { MessageList } from "@/components/messages/message-list";
import { UnknownSearch } from "@/components/messages/unknown-search";
import { searchString } from "@/lib/api/client";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";
import { listMessages } from "@/lib/messages/data";
import { messageSearchFrame } from "@/lib/messages/frame";
import { resolveTyped } from "@/lib/messages/resolve-typed";
import { messageFilters } from "@/lib/messages/schema";
import { PAGE_SIZE } from "@/lib/page-size";

export const generateMetadata = pageTitle("messages.title");

/** The messages of a server, searched and narrowed by the address. */
export default guildPage(
	"messages.read",
	async ({ guild, search }) => {
		const t = await getTranslations("messages");
		const { guildId } = guild;
		const asked = pageSearch(messageFilters, search);
		const { filters, hasOperators, unknown } = await resolveTyped(guild, asked);
		const isUnderstood = unknown.length === 0;
		if (hasOperators && isUnderstood) redirect(`/guilds/${guildId}/messages${searchString(filters)}`);
		const first = isUnderstood ? await listMessages(guild, { ...filters, limit: PAGE_SIZE }) : null;
		return (
			<Messages namespaces={["messages", "discord"]}>
				<PageHeader title={t("title")} />
				<MessageFilterBar guildId={guildId} frame={await messageSearchFrame(guild, asked)}>
					{isUnderstood ? <ExportMenu guildId={guildId} list="messages" filters={filters} /> : null}
				</MessageFilterBar>
				{first ? (
					<MessageList guildId={guildId} cdn={env().DISCORD_CDN_URL} first={first} filters={filters} />
				) : (
					<UnknownSearch texts={unknown} />
				)}
			</Messages>
		);
	},
	{ costly: true },
);
