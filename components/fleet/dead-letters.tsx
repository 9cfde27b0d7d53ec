import { MailCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ExportMenu } from "@/components/layout/export/export-menu";
import { EmptyState } from "@/components/layout/states";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { DeadLetter } from "@/lib/fleet/schema";
import { formatNumber } from "@/lib/format";

/** What could not be stored, by kind: how often, never what it said. */
export function DeadLetters({ letters }: { letters: DeadLetter[] }) {
	const t = useTranslations("fleet.letters");
	const locale = useLocale();
	return (
		<Card aria-labelledby="letters" className="min-w-0 pb-2">
			<CardHeader
				id="letters"
				title={t("title")}
				description={t("description")}
				actions={letters.length === 0 ? null : <ExportMenu list="fleet/dead-letters" />}
			/>
			{letters.length === 0 ? (
				<EmptyState icon={MailCheck} title={t("none")} reason={t("noneReason")} />
			) : (
				<Table aria-labelledby="letters" className="table-fixed">
					<thead>
						<tr>
							<TableHead className="w-auto">{t("what")}</TableHead>
							<TableHead className="w-20 text-right">{t("day")}</TableHead>
							<TableHead className="w-20 text-right">{t("month")}</TableHead>
						</tr>
					</thead>
					<tbody>
						{letters.map(({ event, reason, day, month }) => (
							<TableRow key={`${event} ${reason}`}>
								<TableCell className="py-1">
									<span className="block truncate font-mono text-xs">{event}</span>
									<span className="block truncate text-muted text-xs" title={reason}>
										{reason}
									</span>
								</TableCell>
								<TableCell className="text-right tabular-nums">{formatNumber(day, locale)}</TableCell>
								<TableCell className="text-right tabular-nums">{formatNumber(month, locale)}</TableCell>
							</TableRow>
						))}
					</tbody>
				</Table>
			)}
		</Card>
	);
}
