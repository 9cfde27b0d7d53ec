import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type AnalyticsTab, analyticsTabsFor } from "@/components/layout/analytics-tabs";
import { LateDays } from "@/components/layout/late-days";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { RangePicker } from "@/components/layout/range-picker";
import { ReportLink } from "@/components/layout/report-link";
import { TabLinks } from "@/components/ui/tab-links";
import { serverDays } from "@/lib/analytics/period/server-days";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import { searchString } from "@/lib/api/client";
import type { Level } from "@/lib/auth/permissions";
import type { Namespace } from "@/lib/i18n/namespaces";
import { analyticsRanges } from "@/lib/range-presets";
import { PeriodControls } from "./period-controls";
import { UnheededDays } from "./unheeded-days";

type AnalyticsFrameProps = {
	guildId: string;
	level: Level;
	tab: AnalyticsTab;
	/** What the address says of the period; kept from tab to tab. */
	asked: PeriodQuery;
	period: Period;
	/** What of the address's filters the figures are not narrowed by, and why. */
	unheeded?: "level" | "pair" | null;
	/** Namespaces that the tab's own client components need, beside those of the frame. */
	namespaces?: readonly Namespace[];
	/** Filters of the tab, on the line of the period's controls. */
	filters?: ReactNode;
	children: ReactNode;
};

/** The tabs with figures that are kept by hours; the others are counted by moments, or by days of UTC. */
const byHours: readonly AnalyticsTab[] = ["activity", "commands", "voice"];

/** What the pages of analytics share: title, period, tabs, what is compared and how long a point is. */
export function AnalyticsFrame(props: AnalyticsFrameProps) {
	const { guildId, level, tab, asked, period, unheeded = null, namespaces = [], filters, children } = props;
	const t = useTranslations("analytics");
	const tabName = useTranslations("nav.analytics");
	const { range, from, to, by, compare } = asked;
	const search = searchString({ range, from, to, by, compare });
	return (
		<Messages namespaces={["analytics", "charts", ...namespaces]}>
			<PageHeader
				title={t("title")}
				controls={<RangePicker presets={analyticsRanges} />}
				action={<ReportLink guildId={guildId} />}
			/>
			<TabLinks
				label={t("tabs")}
				tabs={analyticsTabsFor(level).map(({ name, path }) => ({
					href: `/guilds/${guildId}${path}${search}`,
					label: tabName(name),
					current: name === tab,
				}))}
			/>
			<div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
				<PeriodControls offered={period.offered} granularity={period.granularity} compare={period.compare} />
				{filters}
			</div>
			<h2 className="sr-only">{tabName(tab)}</h2>
			<UnheededDays asked={asked} shown={period} />
			{unheeded === null ? null : <p className="mb-3 text-sm">{t(`unheeded.${unheeded}`)}</p>}
			{children}
			<p className="mt-3 text-muted text-xs">
				{t("zones", { zone: period.timeZone })} {period.range === "24h" ? t("touched") : null}
				{period.range !== "24h" && hasBegun(period) ? t("begun") : null}
			</p>
			{byHours.includes(tab) ? <LateDays timeZone={period.timeZone} days={period.current} /> : null}
		</Messages>
	);
}

/** Whether what is counted by days holds a day of UTC that has not begun on the server's clocks. */
function hasBegun(period: Period): boolean {
	return period.current.lastDay > serverDays(period).to;
}
