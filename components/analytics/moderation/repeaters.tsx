import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/analytics/figure-table";
import { UserChip } from "@/components/discord/user-chip";
import { Time } from "@/components/layout/time";
import type { Moderation, Repeat } from "@/lib/analytics/moderation/schema";
import { serverDays } from "@/lib/analytics/period/server-days";
import { formatNumber, formatPercent } from "@/lib/format";
import { caseListHref } from "./case-list";

type RepeatersProps = { guildId: string; cdn: string | null; figures: Moderation };

/** Members with two cases or more in the period, with those who have most. */
export function Repeaters({ guildId, cdn, figures }: RepeatersProps) {
	const t = useTranslations("analytics-moderation.repeat");
	const locale = useLocale();
	const { period, repeat, previousRepeat, repeaters } = figures;
	const { from, to } = serverDays(period);
	const share = ({ members, repeated }: Repeat) =>
		formatPercent(members === 0 ? 0 : repeated / members, locale);
	const said = t("summary", {
		repeated: formatNumber(repeat.repeated, locale),
		members: formatNumber(repeat.members, locale),
		share: share(repeat),
	});
	return (
		<FigureTable
			title={t("title")}
			summary={previousRepeat ? `${said} ${t("before", { share: share(previousRepeat) })}` : said}
			nameLabel={t("member")}
			name={({ person }) => `${person.name} (${person.id})`}
			label={({ person }) => (
				<Link
					href={caseListHref(guildId, figures, { member: person.id, from, to })}
					className="inline-flex max-w-full rounded align-middle hover:underline"
				>
					<UserChip person={person} cdn={cdn} size={20} />
				</Link>
			)}
			columns={[
				{ key: "cases", label: t("cases"), value: ({ cases }) => cases },
				{ key: "last", label: t("last"), cell: ({ lastAt }) => <Time value={lastAt} /> },
			]}
			rows={repeaters}
		/>
	);
}
