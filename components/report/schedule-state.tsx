"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/layout/time";
import type { ReportSchedule } from "@/lib/report/schema";

/** When the next report goes out and what became of the last one. */
export function ScheduleState({ schedule: { revision, next, last } }: { schedule: ReportSchedule }) {
	const t = useTranslations("report.schedule");
	return (
		<p role="status" className="text-muted text-sm">
			{revision === 0
				? t("never")
				: next === null
					? t("off")
					: t.rich("next", { time: () => <Time value={next} show="full" /> })}
			{last === null ? null : (
				<>
					{" "}
					{t.rich(`last.${last.state}`, {
						week: last.week,
						time: () => <Time value={last.at} show="full" />,
					})}
				</>
			)}
		</p>
	);
}
