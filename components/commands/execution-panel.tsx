"use client";

import { useTranslations } from "next-intl";
import { ExecutionView } from "@/components/commands/execution-view";
import { SidePanel } from "@/components/layout/side-panel";
import { ErrorState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import type { ExecutionDetail } from "@/lib/commands/schema";

type ExecutionPanelProps = {
	guildId: string;
	cdn: string | null;
	/** Null when the address names one that is not there. */
	execution: ExecutionDetail | null;
};

/** One use of a command beside the list. */
export function ExecutionPanel({ guildId, cdn, execution }: ExecutionPanelProps) {
	const t = useTranslations("commands.detail");
	const url = useUrlState();
	const closeHref = url.href({ execution: null });
	if (execution === null) {
		return (
			<SidePanel title={t("title")} closeHref={closeHref}>
				<ErrorState title={t("missing")} body={t("missingReason")} />
			</SidePanel>
		);
	}
	return (
		<SidePanel
			key={execution.id}
			title={t("title")}
			closeHref={closeHref}
			fullHref={`/guilds/${guildId}/commands/executions/${execution.id}`}
		>
			<ExecutionView heading="h3" guildId={guildId} cdn={cdn} execution={execution} />
		</SidePanel>
	);
}
