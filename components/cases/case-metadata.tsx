"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/cases/section";
import { OutsideLink } from "@/components/discord/outside-link";
import { useFormat } from "@/components/layout/format";

/** What else the bot recorded about a case: known keys in words, all others verbatim. */
export function CaseMetadata({ metadata }: { metadata: Record<string, unknown> }) {
	const t = useTranslations("cases.metadata");
	const entries = Object.entries(metadata);
	if (entries.length === 0) return null;
	return (
		<Section title={t("title")}>
			<dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm max-sm:grid-cols-[6.5rem_minmax(0,1fr)]">
				{entries.map(([key, value]) => (
					<div key={key} className="contents">
						<dt className="break-words text-muted">{isKnown(key) ? t(key) : key}</dt>
						<dd className="min-w-0 break-words">
							<Value name={key} value={value} />
						</dd>
					</div>
				))}
			</dl>
		</Section>
	);
}

const known = ["duration_seconds", "delete_message_seconds", "source"] as const;

function isKnown(key: string): key is (typeof known)[number] {
	return known.some((name) => name === key);
}

function Value({ name, value }: { name: string; value: unknown }) {
	const format = useFormat();
	if (typeof value === "number" && name.endsWith("_seconds")) return format.duration(value);
	if (typeof value === "string") return <OutsideLink href={value}>{value}</OutsideLink>;
	return <code className="font-mono text-xs">{JSON.stringify(value)}</code>;
}
