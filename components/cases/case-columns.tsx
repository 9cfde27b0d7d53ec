import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { CaseStatus } from "@/components/cases/case-status";
import { CaseType } from "@/components/cases/case-type";
import { OrderBadge } from "@/components/cases/order-state";
import { MemberLink } from "@/components/discord/member-link";
import type { Column } from "@/components/layout/table-columns";
import { Time } from "@/components/layout/time";
import type { CaseListItem } from "@/lib/cases/schema";
import { cn } from "@/lib/cn";

/** The columns of the list of cases, for the table and for its outline. */
export function useCaseColumns(guildId: string, cdn: string | null): Column<CaseListItem>[] {
	const t = useTranslations("cases.columns");
	return [
		{
			id: "case",
			header: t("case"),
			width: "4.5rem",
			cell: (row) => (
				<span className="inline-flex max-w-full items-center gap-2 font-medium">
					<span className="tabular-nums">#{row.caseNumber}</span>
					<CaseType type={row.type} className="shrink-0 md:hidden" />
					<span className="truncate font-normal md:hidden">{row.member.name}</span>
				</span>
			),
		},
		{
			id: "type",
			header: t("type"),
			width: "9.75rem",
			phone: "none",
			cell: (row) => <CaseType type={row.type} className="flex" />,
		},
		{
			id: "member",
			header: t("member"),
			width: "10.5rem",
			phone: "none",
			cell: (row) => <MemberLink guildId={guildId} person={row.member} cdn={cdn} />,
		},
		{
			id: "reason",
			header: t("reason"),
			phone: "line",
			cell: (row) => (
				<span title={row.reason} className={cn(row.status === "voided" && "text-muted line-through")}>
					{row.reason}
				</span>
			),
		},
		{
			id: "moderator",
			header: t("moderator"),
			width: "9.75rem",
			cell: (row) => (
				<span className="flex max-md:max-w-24">
					<MemberLink guildId={guildId} person={row.moderator} cdn={cdn} />
				</span>
			),
		},
		{
			id: "status",
			header: t("status"),
			width: "6.25rem",
			cell: (row) =>
				row.order.state === "pending" || row.order.state === "failed" ? (
					<OrderBadge state={row.order.state} />
				) : (
					<CaseStatus status={row.status} />
				),
		},
		{
			id: "created",
			header: t("created"),
			width: "6.75rem",
			phone: "aside",
			cell: (row) => <Time value={row.createdAt} className="whitespace-nowrap text-muted" />,
		},
		{
			id: "expires",
			header: t("expires"),
			width: "6.75rem",
			cell: (row) =>
				row.expiresAt ? (
					<span className="inline-flex items-center gap-1 text-muted">
						<Hourglass aria-label={t("expires")} className="size-3 md:hidden" />
						<Time value={row.expiresAt} className="whitespace-nowrap" />
					</span>
				) : null,
		},
	];
}
