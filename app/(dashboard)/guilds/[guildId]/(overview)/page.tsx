import { getTranslations } from "next-intl/server";
import { PinnedCharts } from "@/components/analytics/explore/pinned-charts";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { RangePicker } from "@/components/layout/range-picker";
import { ReportLink } from "@/components/layout/report-link";
import { BotLeft, NothingYet } from "@/components/overview/overview-states";
import { OverviewView } from "@/components/overview/overview-view";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { readPinned } from "@/lib/explore/pinned";
import { inviteUrl } from "@/lib/guilds/invite";
import { pageTitle } from "@/lib/i18n/page-title";
import { readOverview } from "@/lib/overview/data";
import { overviewQuery } from "@/lib/overview/schema";

export const generateMetadata = pageTitle("overview.title");

export default guildPage("overview.read", async ({ guild, search }) => {
	const t = await getTranslations("overview");
	const period = pageSearch(overviewQuery, search);
	const { level } = guild.actor;
	const figures = await readOverview(guild, period);
	const pinned = figures.hasData ? await readPinned(guild, period) : [];
	const settings = may(level, "config.read") ? `/guilds/${guild.guildId}/configuration` : undefined;
	return (
		<Messages namespaces={["overview", "charts"]}>
			<PageHeader
				title={t("title")}
				controls={figures.hasData ? <RangePicker /> : undefined}
				action={figures.hasData ? <ReportLink guildId={guild.guildId} /> : undefined}
			/>
			{figures.botLeftAt ? <BotLeft leftAt={figures.botLeftAt} inviteUrl={inviteUrl(guild.guildId)} /> : null}
			{figures.hasData ? (
				<OverviewView
					guildId={guild.guildId}
					level={level}
					cdn={env().DISCORD_CDN_URL}
					period={period}
					figures={figures}
					pinned={<PinnedCharts guildId={guild.guildId} pinned={pinned} />}
				/>
			) : (
				<NothingYet settingsHref={settings} />
			)}
		</Messages>
	);
});
