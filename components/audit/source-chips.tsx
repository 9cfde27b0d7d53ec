"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useUrlState } from "@/components/layout/use-url-state";
import type { AuditSource } from "@/lib/audit/schema";
import { cn } from "@/lib/cn";

/** Chooses one of the logs that the person may read, or all of them. */
export function SourceChips({ sources }: { sources: readonly AuditSource[] }) {
	const t = useTranslations("audit.sources");
	const url = useUrlState();
	const chosen = url.get("source");
	return (
		<nav aria-label={t("label")} className="flex h-8 rounded-md border border-border bg-surface p-0.5">
			{[null, ...sources].map((source) => {
				const isChosen = source === null ? chosen === "" : chosen === source;
				return (
					<Link
						key={source ?? "all"}
						href={url.href({ source, entry: null })}
						scroll={false}
						prefetch={false}
						title={source === null ? undefined : t(`meaning.${source}`)}
						aria-current={isChosen ? "true" : undefined}
						className={cn(
							"flex items-center rounded px-2.5 text-sm",
							isChosen ? "bg-hover font-medium text-text" : "text-muted hover:text-text",
						)}
					>
						{t(source ?? "all")}
					</Link>
				);
			})}
		</nav>
	);
}
