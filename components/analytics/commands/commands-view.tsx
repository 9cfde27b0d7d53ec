import { SquareSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { FailureTable } from "@/components/analytics/commands/failure-table";
import { EmptyState } from "@/components/layout/states";
import type { CommandUse } from "@/lib/analytics/commands/schema";
import { NothingHere } from "../nothing-here";
import { CommandCharts } from "./command-charts";
import { CommandTiles } from "./command-tiles";
import { UsedCommandsTable } from "./used-commands-table";

type CommandsViewProps = { guildId: string; use: CommandUse };

/** How commands were used in the period: tiles, courses, the commands one by one, and what failed. */
export function CommandsView({ guildId, use }: CommandsViewProps) {
	const t = useTranslations("analytics-commands");
	if (use.executions.value === 0 && !use.executions.previous)
		return <NothingUsed guildId={guildId} channel={use.channel} />;
	return (
		<div className="flex flex-col gap-3">
			{use.channel === null ? null : <p className="text-muted text-sm">{t("limits.channel")}</p>}
			<CommandTiles use={use} />
			<CommandCharts use={use} />
			<UsedCommandsTable guildId={guildId} use={use} />
			{use.failures ? <FailureTable guildId={guildId} use={use} failures={use.failures} /> : null}
			<p className="text-muted text-xs">{t("limits.members")}</p>
		</div>
	);
}

function NothingUsed({ guildId, channel }: { guildId: string; channel: string | null }) {
	const t = useTranslations("analytics-commands.empty");
	return channel === null ? (
		<EmptyState icon={SquareSlash} title={t("title")} reason={t("reason")} />
	) : (
		<NothingHere
			title={t("title")}
			reason={t("filtered")}
			action={t("unfiltered")}
			href={`/guilds/${guildId}/analytics/commands`}
		/>
	);
}
