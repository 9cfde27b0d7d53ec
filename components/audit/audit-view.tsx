"use client";

import { useTranslations } from "next-intl";
import { AuditFacts } from "@/components/audit/audit-facts";
import { AuditIcon } from "@/components/audit/audit-icon";
import { AuditSentence } from "@/components/audit/audit-sentence";
import { ChainState } from "@/components/audit/chain-state";
import { FieldDiff } from "@/components/audit/field-diff";
import type { AuditDetail } from "@/lib/audit/schema";

type AuditViewProps = {
	guildId: string;
	cdn: string | null;
	entry: AuditDetail;
	/** One level below the heading above it. */
	heading: "h2" | "h3";
};

/** One entry in full: what happened, what changed, where it is stored, and whether it is as it was written. */
export function AuditView({ guildId, cdn, entry, heading: Heading }: AuditViewProps) {
	const t = useTranslations("audit.detail");
	return (
		<div className="flex flex-col gap-5">
			<p className="flex items-start gap-2 text-base text-muted">
				<span className="mt-0.5">
					<AuditIcon entry={entry} />
				</span>
				<span className="min-w-0 break-words">
					<AuditSentence entry={entry} />
				</span>
			</p>
			<AuditFacts guildId={guildId} cdn={cdn} entry={entry} />
			{entry.fields.length === 0 ? null : (
				<section>
					<Heading className="mb-1.5 font-semibold text-sm">{t("fields")}</Heading>
					<FieldDiff fields={entry.fields} names={entry.names} />
				</section>
			)}
			{entry.chain === null ? null : <ChainState chain={entry.chain} heading={Heading} />}
			<details className="text-sm">
				<summary className="cursor-pointer rounded font-semibold">{t("raw")}</summary>
				<pre className="mt-1.5 whitespace-pre-wrap break-words rounded-md border border-border bg-background p-3 font-mono text-xs">
					{JSON.stringify(entry.raw, null, 2)}
				</pre>
			</details>
		</div>
	);
}
