import { getLocale, getTranslations } from "next-intl/server";
import { ScheduleForm } from "@/components/report/schedule-form";
import { ScheduleState } from "@/components/report/schedule-state";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { postableChannels, readSchedule } from "@/lib/report/schedule-data";
import { reportLocales } from "@/lib/report/schema";

/** When and where the report is posted; to be changed by those who may. */
export async function ReportScheduleSection({ guild }: { guild: GuildScope }) {
	const t = await getTranslations("report.schedule");
	const schedule = await readSchedule(guild);
	const mayWrite = may(guild.actor.level, "config.write");
	const reader = await getLocale();
	const first =
		schedule.revision === 0
			? { ...schedule, locale: reportLocales.find((locale) => locale === reader) ?? "en" }
			: schedule;
	return (
		<section
			aria-labelledby="report-schedule"
			className="mx-auto mt-8 flex max-w-3xl flex-col gap-2 border-t pt-4 print:hidden"
		>
			<h2 id="report-schedule" className="font-semibold text-base">
				{t("title")}
			</h2>
			<p className="text-muted text-sm">{t("what")}</p>
			{mayWrite ? (
				<ScheduleForm
					key={schedule.revision}
					guildId={guild.guildId}
					schedule={first}
					channels={await postableChannels(guild)}
				/>
			) : (
				<ScheduleState schedule={schedule} />
			)}
		</section>
	);
}
