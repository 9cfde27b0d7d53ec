import { FileText } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/layout/states";
import { ReportView } from "@/components/report/report-view";
import { WeekBar } from "@/components/report/week-bar";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { formatDate } from "@/lib/format";
import { pageTitle } from "@/lib/i18n/page-title";
import { readReport } from "@/lib/report/data";
import { postableChannels, readSchedule } from "@/lib/report/schedule-data";
import { reportQuery } from "@/lib/report/schema";
import { ReportScheduleSection } from "./report-schedule";

export const generateMetadata = pageTitle("report.title");

/** A finished week on one page, to be read or printed. */
export default guildPage("overview.read", async ({ guild, search }) => {
	const t = await getTranslations("report");
	const report = await readReport(guild, pageSearch(reportQuery, search));
	const { guildId } = guild;
	const { level } = guild.actor;
	const schedule = may(level, "config.read") ? await readSchedule(guild) : null;
	const channels = may(level, "config.write") ? await postableChannels(guild) : null;
	const locale = await getLocale();
	const [first, last] = [report.firstDay, report.lastDay].map((day) =>
		formatDate(Date.parse(day), locale, "UTC"),
	);
	return (
		<Messages namespaces={["report", "charts", "discord"]}>
			<article className="mx-auto max-w-3xl">
				<PageHeader
					title={t("title")}
					description={`${report.week} · ${first} – ${last}`}
					controls={<WeekBar guildId={guildId} report={report} />}
				/>
				{report.hasData ? (
					<ReportView report={report} />
				) : (
					<EmptyState icon={FileText} title={t("empty.title")} reason={t("empty.reason")} />
				)}
			</article>
			{schedule ? <ReportScheduleSection guildId={guildId} schedule={schedule} channels={channels} /> : null}
		</Messages>
	);
});
