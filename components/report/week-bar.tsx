import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/report/print-button";
import { buttonStyles } from "@/components/ui/button";
import type { Report } from "@/lib/report/schema";

type WeekBarProps = { guildId: string; report: Pick<Report, "previousWeek" | "nextWeek"> };

/** To the week before and the week after, and to the printer. */
export function WeekBar({ guildId, report }: WeekBarProps) {
	const t = useTranslations("report");
	const hrefOf = (week: string) => `/guilds/${guildId}/report?week=${week}`;
	return (
		<div className="flex flex-wrap items-center gap-2 print:hidden">
			<Link href={hrefOf(report.previousWeek)} className={buttonStyles()}>
				<ChevronLeft aria-hidden />
				{t("previous")}
			</Link>
			{report.nextWeek === null ? null : (
				<Link href={hrefOf(report.nextWeek)} className={buttonStyles()}>
					{t("next")}
					<ChevronRight aria-hidden />
				</Link>
			)}
			<PrintButton />
		</div>
	);
}
