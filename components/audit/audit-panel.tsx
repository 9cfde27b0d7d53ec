"use client";

import { useTranslations } from "next-intl";
import { AuditView } from "@/components/audit/audit-view";
import { SidePanel } from "@/components/layout/side-panel";
import { ErrorState } from "@/components/layout/states";
import { useUrlState } from "@/components/layout/use-url-state";
import type { AuditDetail } from "@/lib/audit/schema";

type AuditPanelProps = {
	guildId: string;
	cdn: string | null;
	/** Null when the address names one that is not there for this person. */
	entry: AuditDetail | null;
};

/** One entry beside the timeline. */
export function AuditPanel({ guildId, cdn, entry }: AuditPanelProps) {
	const t = useTranslations("audit.detail");
	const url = useUrlState();
	const closeHref = url.href({ entry: null });
	if (entry === null) {
		return (
			<SidePanel title={t("title")} closeHref={closeHref}>
				<ErrorState title={t("missing")} body={t("missingReason")} />
			</SidePanel>
		);
	}
	return (
		<SidePanel
			key={`${entry.source}-${entry.id}`}
			title={t("title")}
			closeHref={closeHref}
			fullHref={`/guilds/${guildId}/audit/${entry.source}/${entry.id}`}
		>
			<AuditView heading="h3" guildId={guildId} cdn={cdn} entry={entry} />
		</SidePanel>
	);
}
