import { SquareSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { FailureTable } from "@/components/analytics/commands/failure-table";
import { EmptyState } from "@/components/layout/states";
import type { CommandUse } from "@/lib/analytics/commands-schema";
import { CommandCharts } from "./command-charts";
import { CommandTiles } from "./command-tiles";
import { UsedCommandsTable } from "./used-commands-table";

type CommandsViewProps = { guildId: string; use: CommandUse };

/** How commands were used in the period: tiles, courses, the commands one by one, and what failed. */
export function CommandsView({ guildId, use }: CommandsViewProps) {
	const t = useTranslations("analytics-commands");
	if (use.executions.value === 0 && !use.executions.previous) {
		return <EmptyState icon={SquareSlash} title={t("empty.title")} reason={t("empty.reason")} />;
	}
	return (
		<div className="flex flex-col gap-3">
			<CommandTiles use={use} />
			<CommandCharts use={use} />
			<UsedCommandsTable guildId={guildId} use={use} />
			<FailureTable guildId={guildId} use={use} />
			<p className="text-muted text-xs">{t("limits")}</p>
		</div>
	);
}
