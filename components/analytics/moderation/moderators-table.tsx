import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FigureColumn, FigureTable } from "@/components/analytics/figure-table";
import { UserChip } from "@/components/discord/user-chip";
import type { ByModerator, Moderation } from "@/lib/analytics/moderation/schema";
import { serverDays } from "@/lib/analytics/period/server-days";
import { caseListHref } from "./case-list";
import { useTypeNames } from "./type-names";

/** How many types have a column of their own; the others share one. */
const mostTypes = 5;

type ModeratorsTableProps = { guildId: string; cdn: string | null; figures: Moderation };

/** Cases, reversals and appeals of each moderator; the name leads to the cases. */
export function ModeratorsTable({ guildId, cdn, figures }: ModeratorsTableProps) {
	const t = useTranslations("analytics-moderation.moderators");
	const { from, to } = serverDays(figures.period);
	return (
		<FigureTable
			title={t("title")}
			summary={t("summary")}
			nameLabel={t("moderator")}
			name={({ person }) => `${person.name} (${person.id})`}
			label={({ person }) => (
				<Link
					href={caseListHref(guildId, figures, { moderator: person.id, from, to })}
					className="inline-flex max-w-full rounded align-middle hover:underline"
				>
					<UserChip person={person} cdn={cdn} size={20} />
				</Link>
			)}
			columns={useColumns(figures)}
			rows={figures.moderators}
		/>
	);
}

function useColumns({ types, appeals }: Moderation): FigureColumn<ByModerator>[] {
	const t = useTranslations("analytics-moderation.moderators");
	const nameOf = useTypeNames();
	const shown = types.slice(0, mostTypes);
	const others = types.slice(mostTypes);
	const countOf = (row: ByModerator, keys: readonly { key: string }[]) =>
		keys.reduce((sum, { key }) => sum + (row.types[key] ?? 0), 0);
	return [
		{ key: "cases", label: t("cases"), value: ({ cases }) => cases },
		...shown.map((type) => ({
			key: type.key,
			label: nameOf(type),
			value: (row: ByModerator) => countOf(row, [type]),
		})),
		...(others.length > 0
			? [{ key: "others", label: t("others"), value: (row: ByModerator) => countOf(row, others) }]
			: []),
		{ key: "automatic", label: t("automatic"), value: ({ automatic }) => automatic },
		{ key: "voided", label: t("voided"), value: ({ voided }) => voided },
		{ key: "lifted", label: t("lifted"), value: ({ lifted }) => lifted },
		...(appeals ? appealColumns(t("appeals"), t("accepted")) : []),
	];
}

function appealColumns(all: string, accepted: string): FigureColumn<ByModerator>[] {
	return [
		{
			key: "appeals",
			label: all,
			value: ({ appeals }) =>
				appeals && appeals.pending + appeals.accepted + appeals.denied + appeals.withdrawn,
		},
		{ key: "accepted", label: accepted, value: ({ appeals }) => appeals?.accepted ?? null },
	];
}
