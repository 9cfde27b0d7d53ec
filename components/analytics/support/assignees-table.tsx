import { useTranslations } from "next-intl";
import { FigureTable } from "@/components/analytics/figure-table";
import { MemberLink } from "@/components/discord/member-link";
import type { Support } from "@/lib/analytics/support/schema";

type AssigneesTableProps = { guildId: string; cdn: string | null; figures: Support };

/** Who took the tickets of the period, and how long they needed. */
export function AssigneesTable({ guildId, cdn, figures }: AssigneesTableProps) {
	const t = useTranslations("analytics-support.assignees");
	return (
		<FigureTable
			title={t("title")}
			summary={t("summary")}
			nameLabel={t("person")}
			name={({ person }) => `${person.name} (${person.id})`}
			label={({ person }) => <MemberLink guildId={guildId} person={person} cdn={cdn} />}
			columns={[
				{ key: "tickets", label: t("tickets"), value: ({ tickets }) => tickets },
				{ key: "resolved", label: t("resolved"), value: ({ resolved }) => resolved },
				{ key: "open", label: t("open"), value: ({ tickets, resolved }) => tickets - resolved },
				{
					key: "median",
					label: t("median"),
					unit: "minutes",
					value: ({ median }) => (median === null ? null : median / 60),
				},
			]}
			rows={figures.assignees}
		/>
	);
}
