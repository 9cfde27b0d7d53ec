"use client";

import { useTranslations } from "next-intl";
import { AuditIcon } from "@/components/audit/audit-icon";
import { AuditSentence } from "@/components/audit/audit-sentence";
import { useFieldName } from "@/components/audit/field-name";
import { useFieldText } from "@/components/audit/field-text";
import { SourceBadge } from "@/components/audit/source-badge";
import type { Column } from "@/components/layout/table-columns";
import { Time } from "@/components/layout/time";
import type { AuditEntry } from "@/lib/audit/schema";
import { toldBeside } from "@/lib/audit/sentence";

/** The columns of the timeline, for the table and for its outline. */
export function useAuditColumns(): Column<AuditEntry>[] {
	const t = useTranslations("audit.columns");
	return [
		{ id: "what", header: t("what"), cell: (entry) => <What entry={entry} /> },
		{
			id: "reason",
			header: t("reason"),
			width: "34%",
			phone: "line",
			cell: (entry) => <Why entry={entry} />,
		},
		{
			id: "source",
			header: t("source"),
			width: "8rem",
			cell: ({ source }) => <SourceBadge source={source} />,
		},
		{
			id: "time",
			header: t("time"),
			width: "8rem",
			align: "right",
			cell: ({ at }) => <Time value={at} className="whitespace-nowrap text-muted" />,
		},
	];
}

/** On a phone a long sentence takes a second line; the panel shows all of it. */
function What({ entry }: { entry: AuditEntry }) {
	return (
		<span className="flex min-w-0 items-center gap-2 max-md:items-start">
			<AuditIcon entry={entry} />
			<span className="truncate text-muted max-md:line-clamp-2 max-md:whitespace-normal">
				<AuditSentence entry={entry} />
			</span>
		</span>
	);
}

/** The reason given; without one, what changed, unless the sentence has said so. */
function Why({ entry }: { entry: AuditEntry }) {
	const t = useTranslations("audit.fields");
	const fieldName = useFieldName();
	const fieldText = useFieldText();
	if (entry.reason) return <span title={entry.reason}>{entry.reason}</span>;
	const text = toldBeside(entry)
		.map(({ field, before, after }) => {
			const said = { field: fieldName(field), after: fieldText(after, entry.names, field) };
			return before === null
				? t("set", said)
				: t("changed", { ...said, before: fieldText(before, entry.names, field) });
		})
		.join(" · ");
	if (text === "") return null;
	return (
		<span title={text} className="text-muted">
			{text}
		</span>
	);
}
