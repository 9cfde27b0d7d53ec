import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/states";
import type { Support } from "@/lib/analytics/support/schema";
import { NothingFits } from "../nothing-here";
import { AssigneesTable } from "./assignees-table";
import { ConversationCharts } from "./conversation-charts";
import { SupportTiles } from "./support-tiles";
import { TicketCharts } from "./ticket-charts";

type SupportViewProps = { guildId: string; cdn: string | null; figures: Support };

/** What members asked in the period, what the bot answered, and how the helpers' tickets fared. */
export function SupportView({ guildId, cdn, figures }: SupportViewProps) {
	const { period, conversations, opened, resolved, backlog } = figures;
	const counts = [opened, resolved, ...(conversations ? [conversations.begun] : [])];
	if (counts.every(({ value, previous }) => value === 0 && !previous) && backlog.value === 0)
		return <NobodyAsked guildId={guildId} figures={figures} />;
	return (
		<div className="flex flex-col gap-3">
			<Limits figures={figures} />
			<SupportTiles figures={figures} />
			{conversations ? <ConversationCharts period={period} conversations={conversations} /> : null}
			<TicketCharts figures={figures} />
			<AssigneesTable guildId={guildId} cdn={cdn} figures={figures} />
		</div>
	);
}

/** What a filter leaves out, and why. */
function Limits({ figures: { channel, assignee } }: Pick<SupportViewProps, "figures">) {
	const t = useTranslations("analytics-support.limits");
	if (channel === null && assignee === null) return null;
	const narrowed = assignee === null ? "channel" : channel === null ? "assignee" : "both";
	return <p className="text-muted text-sm">{t(narrowed)}</p>;
}

function NobodyAsked({ guildId, figures: { channel, assignee } }: Omit<SupportViewProps, "cdn">) {
	const t = useTranslations("analytics-support.empty");
	return channel === null && assignee === null ? (
		<EmptyState icon={LifeBuoy} title={t("title")} reason={t("reason")} />
	) : (
		<NothingFits title={t("title")} href={`/guilds/${guildId}/analytics/support`} />
	);
}
