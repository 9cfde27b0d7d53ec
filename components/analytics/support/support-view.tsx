import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import type { Support } from "@/lib/analytics/support-schema";
import { AssigneesTable } from "./assignees-table";
import { ConversationCharts } from "./conversation-charts";
import { SupportTiles } from "./support-tiles";
import { TicketCharts } from "./ticket-charts";

type SupportViewProps = { guildId: string; cdn: string | null; figures: Support };

/** What members asked in the period, what the bot answered, and how the helpers' tickets fared. */
export function SupportView({ guildId, cdn, figures }: SupportViewProps) {
	const t = useTranslations("analytics-support");
	const { conversations, opened, resolved, backlog } = figures;
	const counts = [conversations, opened, resolved];
	if (counts.every(({ value, previous }) => value === 0 && !previous) && backlog.value === 0) {
		return <EmptyState icon={LifeBuoy} title={t("empty.title")} reason={t("empty.reason")} />;
	}
	return (
		<div className="flex flex-col gap-3">
			<SupportTiles figures={figures} />
			<ConversationCharts figures={figures} />
			<TicketCharts figures={figures} />
			<AssigneesTable guildId={guildId} cdn={cdn} figures={figures} />
		</div>
	);
}
