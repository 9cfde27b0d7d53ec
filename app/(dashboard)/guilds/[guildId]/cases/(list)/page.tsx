import { getTranslations } from "next-intl/server";
import { CaseFilterBar } from "@/components/cases/case-filters";
import { CasePanel } from "@/components/cases/case-panel";
import { CaseTable } from "@/components/cases/case-table";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NewCaseButton } from "@/components/orders/new-case-button";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { readCaseFile } from "@/lib/cases/case-file";
import { filterChoices, listCases } from "@/lib/cases/data";
import { parseCaseSearch } from "@/lib/cases/schema";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("cases.title");

/** Every case of a server, with the selected one in a panel. */
export default guildPage("cases.read", async ({ guild, search }) => {
	const t = await getTranslations("cases");
	const { filters, open } = parseCaseSearch(search);
	const shared = { guildId: guild.guildId, cdn: env().DISCORD_CDN_URL };
	const first = await listCases(guild, filters);
	const choices = await filterChoices(guild, filters.member);
	const file = open === undefined ? undefined : await readCaseFile(guild, open);
	return (
		<Messages namespaces={["cases", "discord", "orders"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				action={
					may(guild.actor.level, "members.moderate") ? (
						<NewCaseButton guildId={guild.guildId} types={choices.types} />
					) : undefined
				}
			/>
			<CaseFilterBar
				guildId={guild.guildId}
				choices={choices}
				knowsAppeals={may(guild.actor.level, "appeals.read")}
			>
				<ExportMenu guildId={guild.guildId} list="cases" filters={filters} />
			</CaseFilterBar>
			<CaseTable {...shared} filters={filters} first={first} open={open} />
			{open === undefined ? null : <CasePanel {...shared} caseNumber={open} file={file} />}
		</Messages>
	);
});
