import { getTranslations } from "next-intl/server";
import { CommandTable } from "@/components/commands/command-table";
import { CommandTabs } from "@/components/commands/command-tabs";
import { FigureStrip } from "@/components/commands/figure-strip";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { RangePicker } from "@/components/layout/range-picker";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { listCommands, rangeOf } from "@/lib/commands/data";
import { listCommandsQuery } from "@/lib/commands/schema";
import { usageFigures } from "@/lib/commands/usage";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("commands.title");

export default guildPage("commands.read", async ({ guild, search }) => {
	const t = await getTranslations("commands");
	const query = pageSearch(listCommandsQuery, search);
	const range = await rangeOf(guild, query);
	const figures = await usageFigures(guild, range, undefined);
	const first = await listCommands(guild, query, range);
	return (
		<Messages namespaces={["commands", "discord"]}>
			<PageHeader
				title={t("title")}
				controls={<RangePicker />}
				action={<ExportMenu guildId={guild.guildId} list="commands" filters={query} />}
			/>
			<CommandTabs guildId={guild.guildId} current="registered" period={query}>
				<FigureStrip {...figures} />
			</CommandTabs>
			<CommandTable guildId={guild.guildId} first={first} query={query} />
		</Messages>
	);
});
