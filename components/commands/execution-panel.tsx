import { useTranslations } from "next-intl";
import { ExecutionView } from "@/components/commands/execution-view";
import { EntryPanel } from "@/components/layout/entry-panel";
import type { ExecutionDetail } from "@/lib/commands/schema";

type ExecutionPanelProps = {
	guildId: string;
	cdn: string | null;
	/** Null when the address names one that is not there. */
	execution: ExecutionDetail | null;
};

/** One use of a command, in a panel beside the list. */
export function ExecutionPanel({ guildId, cdn, execution }: ExecutionPanelProps) {
	const t = useTranslations("commands.detail");
	return (
		<EntryPanel
			title={t("title")}
			parameter="execution"
			page={execution && `/guilds/${guildId}/commands/executions/${execution.id}`}
			missing={{ title: t("missing"), body: t("missingReason") }}
		>
			{execution && <ExecutionView heading="h3" guildId={guildId} cdn={cdn} execution={execution} />}
		</EntryPanel>
	);
}
