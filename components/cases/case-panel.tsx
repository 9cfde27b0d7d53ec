"use client";

import { useTranslations } from "next-intl";
import { CaseView, type CaseViewProps } from "@/components/cases/case-view";
import { SidePanel } from "@/components/layout/side-panel";
import { EmptyState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";

type CasePanelProps = Pick<CaseViewProps, "guildId" | "cdn"> & {
	caseNumber: number;
	/** Undefined when the server has no such case. */
	file: CaseViewProps["file"] | undefined;
};

/** A case, in a panel beside the list it was opened from. */
export function CasePanel({ guildId, cdn, caseNumber, file }: CasePanelProps) {
	const t = useTranslations("cases");
	const url = useUrlState();
	const page = `/guilds/${guildId}/cases/${caseNumber}`;
	return (
		<SidePanel
			title={t("caseTitle", { number: caseNumber })}
			closeHref={url.href({ case: null })}
			{...(file ? { fullHref: page } : {})}
		>
			{file ? (
				<CaseView key={caseNumber} guildId={guildId} cdn={cdn} file={file} />
			) : (
				<EmptyState title={t("missing.title", { number: caseNumber })} reason={t("missing.reason")} />
			)}
		</SidePanel>
	);
}
