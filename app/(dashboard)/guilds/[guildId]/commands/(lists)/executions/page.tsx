import { getTranslations } from "next-intl/server";
import { CommandTabs } from "@/components/commands/command-tabs";
import { ExecutionFilterBar } from "@/components/commands/execution-filters";
import { ExecutionPanel } from "@/components/commands/execution-panel";
import { ExecutionTable } from "@/components/commands/execution-table";
import { FigureStrip } from "@/components/commands/figure-strip";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { RangePicker } from "@/components/layout/range-picker";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { executionsFrame } from "@/lib/commands/frame";
import { executionFilters } from "@/lib/commands/schema";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("commands.tabs.executions", "commands.title");

export default guildPage("commands.read", async ({ guild, search }) => {
	const t = await getTranslations("commands");
	const filters = pageSearch(executionFilters, search);
	const frame = await executionsFrame(guild, filters, search.execution);
	const shared = { guildId: guild.guildId, cdn: env().DISCORD_CDN_URL };
	return (
		<Messages namespaces={["commands", "discord"]}>
			<PageHeader title={t("title")} controls={<RangePicker />} />
			<CommandTabs guildId={guild.guildId} current="executions" period={filters}>
				<FigureStrip {...frame.figures} />
			</CommandTabs>
			<ExecutionFilterBar guildId={guild.guildId} choices={frame.choices}>
				<ExportMenu guildId={guild.guildId} list="commands/executions" filters={filters} />
			</ExecutionFilterBar>
			<ExecutionTable {...shared} filters={filters} first={frame.first} open={frame.open?.id} />
			{frame.open === undefined ? null : <ExecutionPanel {...shared} execution={frame.open} />}
		</Messages>
	);
});
