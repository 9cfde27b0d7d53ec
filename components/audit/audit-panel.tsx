import { useTranslations } from "next-intl";
import { AuditView } from "@/components/audit/audit-view";
import { EntryPanel } from "@/components/layout/entry-panel";
import type { AuditDetail } from "@/lib/audit/schema";

type AuditPanelProps = {
	guildId: string;
	cdn: string | null;
	/** Null when the address names one that is not there for this person. */
	entry: AuditDetail | null;
};

/** One entry, in a panel beside the timeline. */
export function AuditPanel({ guildId, cdn, entry }: AuditPanelProps) {
	const t = useTranslations("audit.detail");
	return (
		<EntryPanel
			title={t("title")}
			parameter="entry"
			page={entry && `/guilds/${guildId}/audit/${entry.source}/${entry.id}`}
			missing={{ title: t("missing"), body: t("missingReason") }}
		>
			{entry && <AuditView heading="h3" guildId={guildId} cdn={cdn} entry={entry} />}
		</EntryPanel>
	);
}
