import { Gavel } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import type { Moderation } from "@/lib/analytics/moderation/schema";
import { NothingFits } from "../nothing-here";
import { CaseCharts } from "./case-charts";
import { ModerationTiles } from "./moderation-tiles";
import { ModeratorsTable } from "./moderators-table";
import { Origins } from "./origins";
import { Repeaters } from "./repeaters";

type ModerationViewProps = { guildId: string; cdn: string | null; figures: Moderation };

/** What was done in the period, by whom and to whom, and what became of it. */
export function ModerationView({ guildId, cdn, figures }: ModerationViewProps) {
	const t = useTranslations("analytics-moderation");
	const { cases, open, moderator, type } = figures;
	const isNarrowed = moderator !== null || type !== null;
	if (cases.value === 0 && !cases.previous && open.value === 0) {
		return isNarrowed ? (
			<NothingFits title={t("empty.title")} href={`/guilds/${guildId}/analytics/moderation`} />
		) : (
			<EmptyState icon={Gavel} title={t("empty.title")} reason={t("empty.reason")} />
		);
	}
	return (
		<div className="flex flex-col gap-3">
			{isNarrowed ? <p className="text-muted text-sm">{t("limits")}</p> : null}
			<ModerationTiles guildId={guildId} figures={figures} />
			<CaseCharts figures={figures} />
			<ModeratorsTable guildId={guildId} cdn={cdn} figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2">
				<Repeaters guildId={guildId} cdn={cdn} figures={figures} />
				<Origins figures={figures} />
			</div>
		</div>
	);
}
