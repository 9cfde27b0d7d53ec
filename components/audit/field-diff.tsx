"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldName } from "@/components/audit/field-name";
import { useFieldText } from "@/components/audit/field-text";
import type { FieldChange } from "@/lib/audit/schema";
import type { Names } from "@/lib/guilds/schema";

type FieldDiffProps = { fields: readonly FieldChange[]; names: Names };

/** The fields that changed, as they were and as they are. */
export function FieldDiff({ fields, names }: FieldDiffProps) {
	const t = useTranslations("audit.detail");
	const fieldName = useFieldName();
	const fieldText = useFieldText();
	return (
		<dl className="overflow-hidden rounded-md border border-border text-sm">
			{fields.map(({ field, before, after }) => (
				<div
					key={field}
					className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-border px-3 py-2 not-first:border-t"
				>
					<dt title={field} className="break-words text-muted first-letter:uppercase">
						{fieldName(field)}
					</dt>
					<dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
						{before === null ? null : (
							<>
								<del className={`${valueClass} bg-danger-tint text-danger`}>
									<span className="sr-only">{t("before")}: </span>
									{fieldText(before, names, field)}
								</del>
								<ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted" />
							</>
						)}
						<ins className={`${valueClass} bg-good-tint text-good`}>
							<span className="sr-only">{t("after")}: </span>
							{fieldText(after, names, field)}
						</ins>
					</dd>
				</div>
			))}
		</dl>
	);
}

const valueClass = "min-w-0 max-w-full whitespace-pre-wrap break-words rounded px-1.5 no-underline";
