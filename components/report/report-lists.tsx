import { useLocale, useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { TopList } from "@/components/report/top-list";
import { spelledCommand } from "@/lib/discord/command-name";
import { formatNumber } from "@/lib/format";
import type { Report } from "@/lib/report/schema";

/** The busiest channels and hours, the commands used most, and who wrote most where that may be seen. */
export function ReportLists({ report }: { report: Report }) {
	const t = useTranslations("report.lists");
	const locale = useLocale();
	const number = (value: number) => formatNumber(value, locale);
	const unknown = (id: string) => t("unknownChannel", { id });
	return (
		<div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 print:grid-cols-2 print:gap-y-4">
			<TopList
				title={t("channels")}
				nothing={t("nothing")}
				items={report.channels.map(({ id, name, type, messages }) => ({
					key: id,
					name: <ChannelName channel={{ name: name ?? unknown(id), type: type ?? "unknown" }} />,
					figure: number(messages),
				}))}
			/>
			<TopList
				title={t("hours")}
				nothing={t("nothing")}
				items={report.hours.map(({ weekday, hour, messages }) => ({
					key: `${weekday}-${hour}`,
					name: hourName(weekday, hour, locale),
					figure: number(messages),
				}))}
			/>
			<TopList
				title={t("commands")}
				nothing={t("noCommands")}
				items={report.topCommands.map(({ name, executions, errors }) => ({
					key: name,
					name: spelledCommand(name),
					figure:
						errors > 0
							? t("withErrors", { uses: number(executions), errors: number(errors) })
							: number(executions),
				}))}
			/>
			{report.topMembers === null ? null : (
				<TopList
					title={t("members")}
					nothing={t("nothing")}
					items={report.topMembers.map(({ id, name, messages }) => ({
						key: id,
						name,
						figure: number(messages),
					}))}
				/>
			)}
		</div>
	);
}

/** `Monday, 18:00`; 1 January 2024 was a Monday. */
function hourName(weekday: number, hour: number, locale: string): string {
	return new Intl.DateTimeFormat(locale, {
		weekday: "long",
		hour: "2-digit",
		minute: "2-digit",
		timeZone: "UTC",
	}).format(Date.UTC(2024, 0, weekday, hour));
}
