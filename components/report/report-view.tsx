import { millisecondsInDay } from "date-fns/constants";
import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import type { ChartPoint } from "@/components/charts/types";
import { InferredJoins } from "@/components/layout/inferred-joins";
import { LateDays } from "@/components/layout/late-days";
import { ComparedTable } from "@/components/report/compared-table";
import { ReportLists } from "@/components/report/report-lists";
import { StaffFigures } from "@/components/report/staff-figures";
import { formatDay, formatWeekday } from "@/lib/format";
import type { Report } from "@/lib/report/schema";

/** A week on one page: what happened, against the week before. */
export function ReportView({ report }: { report: Report }) {
	const t = useTranslations("report");
	const locale = useLocale();
	const label = useTranslations("report.figures");
	return (
		<div className="flex flex-col gap-6 print:gap-4">
			<h2 className="sr-only">{t("overview")}</h2>
			<ComparedTable
				caption={t("overview")}
				rows={[
					{ key: "members", label: label("members"), figure: report.members, good: "up" },
					{ key: "joins", label: label("joins"), figure: report.joins, good: "up" },
					{ key: "leaves", label: label("leaves"), figure: report.leaves, good: "down" },
					{ key: "messages", label: label("messages"), figure: report.messages, good: "up" },
					{ key: "active", label: label("active"), figure: report.activeMembers, good: "up" },
					{ key: "commands", label: label("commands"), figure: report.commands, good: "neither" },
					{ key: "errors", label: label("errors"), figure: report.errors, good: "down" },
				]}
			/>
			<InferredJoins count={report.inferredJoins} />
			<div className="break-inside-avoid print:[&_button]:hidden print:[&_summary]:hidden">
				<BarChart
					title={t("messagesByDay")}
					points={daysOf(report.firstDay, locale)}
					height={140}
					series={[
						{
							key: "messages",
							label: label("messages"),
							values: report.messagesByDay,
							previous: report.messagesByDayBefore,
						},
					]}
				/>
			</div>
			<ReportLists report={report} />
			<StaffFigures report={report} />
			<p className="text-muted text-xs">{t("zones", { zone: report.timeZone })}</p>
			<LateDays timeZone={report.timeZone} days={report} />
		</div>
	);
}

/** The seven days from a Monday on, without dates to zoom to: the page is of one week. */
function daysOf(firstDay: string, locale: string): ChartPoint[] {
	return Array.from({ length: 7 }, (_, index) => {
		const time = Date.parse(firstDay) + index * millisecondsInDay;
		return {
			key: new Date(time).toISOString().slice(0, 10),
			label: `${formatWeekday(index + 1, locale)}, ${formatDay(time, locale, "UTC")}`,
			tick: formatWeekday(index + 1, locale, "short"),
		};
	});
}
