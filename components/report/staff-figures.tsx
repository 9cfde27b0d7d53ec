import { useTranslations } from "next-intl";
import { ComparedTable } from "@/components/report/compared-table";
import type { Report } from "@/lib/report/schema";

/** Cases and tickets, for those who may see them. */
export function StaffFigures({ report: { cases, tickets } }: { report: Report }) {
	const t = useTranslations("report");
	const type = useTranslations("cases.types");
	return (
		<div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 print:grid-cols-2">
			{cases === null ? null : (
				<div className="break-inside-avoid">
					<ComparedTable
						caption={t("cases.title")}
						rows={[
							{ key: "opened", label: t("cases.opened"), figure: cases.opened, good: "neither" },
							...cases.types.map(({ code, name, ...figure }) => ({
								key: code ?? `own ${name}`,
								label: code === null ? (name ?? "") : type(code),
								figure,
								good: "neither" as const,
							})),
							{ key: "open", label: t("cases.open"), figure: cases.open, good: "down" },
						]}
					/>
				</div>
			)}
			{tickets === null ? null : (
				<div className="break-inside-avoid">
					<ComparedTable
						caption={t("tickets.title")}
						rows={[
							{ key: "opened", label: t("tickets.opened"), figure: tickets.opened, good: "neither" },
							{ key: "resolved", label: t("tickets.resolved"), figure: tickets.resolved, good: "up" },
							{ key: "open", label: t("tickets.open"), figure: tickets.open, good: "down" },
						]}
					/>
				</div>
			)}
		</div>
	);
}
