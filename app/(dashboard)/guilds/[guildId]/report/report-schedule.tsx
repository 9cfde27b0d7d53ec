import { getLocale, getTranslations } from "next-intl/server";
import { ScheduleForm } from "@/components/report/schedule-form";
import { ScheduleState } from "@/components/report/schedule-state";
import { isLocale, locales } from "@/lib/i18n/config";
import type { PostableChannel } from "@/lib/report/schedule-data";
import type { ReportSchedule } from "@/lib/report/schema";

type ReportScheduleSectionProps = {
	guildId: string;
	schedule: ReportSchedule;
	/** Where it can be posted; null for those who may not change it. */
	channels: PostableChannel[] | null;
};

/** When and where the report is posted; to be changed by those who may. */
export async function ReportScheduleSection({ guildId, schedule, channels }: ReportScheduleSectionProps) {
	const t = await getTranslations("report.schedule");
	const reader = await getLocale();
	const first =
		schedule.revision === 0 ? { ...schedule, locale: isLocale(reader) ? reader : locales[0] } : schedule;
	return (
		<section
			aria-labelledby="report-schedule"
			className="mx-auto mt-8 flex max-w-3xl flex-col gap-2 border-t pt-4 print:hidden"
		>
			<h2 id="report-schedule" className="font-semibold text-base">
				{t("title")}
			</h2>
			<p className="text-muted text-sm">
				{t("what")} {t("east")}
			</p>
			{channels ? (
				<ScheduleForm key={schedule.revision} guildId={guildId} schedule={first} channels={channels} />
			) : (
				<ScheduleState schedule={schedule} />
			)}
		</section>
	);
}
