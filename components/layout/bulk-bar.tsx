"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Selection } from "@/components/layout/use-selection";
import { IconButton } from "@/components/ui/icon-button";

/** How many rows are chosen and what can be done with them; stays at the bottom of the window. */
export function BulkBar({ selection, children }: { selection: Selection; children: ReactNode }) {
	const t = useTranslations("common.table");
	return (
		<section
			aria-label={t("actions")}
			className="fade-in fixed bottom-4 left-1/2 z-40 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-2 rounded-lg border border-border bg-raised p-2 pl-4 shadow-overlay"
		>
			<span role="status" className="whitespace-nowrap text-sm">
				{t("selected", { count: selection.ids.length })}
			</span>
			{children}
			<IconButton label={t("clearSelection")} size="icon-sm" onClick={selection.clear}>
				<X aria-hidden />
			</IconButton>
		</section>
	);
}
