import { CircleCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { Fleet } from "@/lib/fleet/schema";
import { formatNumber } from "@/lib/format";

/** The tables that are kept by month: how far ahead months are made, and whether rows missed theirs. */
export function PartitionTable({ partitions }: { partitions: Fleet["partitions"] }) {
	const t = useTranslations("fleet.partitions");
	const locale = useLocale();
	return (
		<Card aria-labelledby="partitions" className="min-w-0 pb-2">
			<CardHeader id="partitions" title={t("title")} description={t("description")} />
			<Table aria-labelledby="partitions">
				<thead>
					<tr>
						<TableHead>{t("table")}</TableHead>
						<TableHead className="text-right max-sm:hidden">{t("months")}</TableHead>
						<TableHead>{t("newest")}</TableHead>
						<TableHead>{t("state")}</TableHead>
					</tr>
				</thead>
				<tbody>
					{partitions.map(({ table, months, newest, stray }) => (
						<TableRow key={table}>
							<TableCell className="break-all font-mono text-xs">{table}</TableCell>
							<TableCell className="text-right tabular-nums max-sm:hidden">
								{formatNumber(months, locale)}
							</TableCell>
							<TableCell className="whitespace-nowrap tabular-nums">{newest ?? "–"}</TableCell>
							<TableCell>
								<Badge tone={stray ? "warning" : "good"}>
									{stray ? <TriangleAlert aria-hidden /> : <CircleCheck aria-hidden />}
									{t(stray ? "stray" : "fine")}
								</Badge>
							</TableCell>
						</TableRow>
					))}
				</tbody>
			</Table>
		</Card>
	);
}
