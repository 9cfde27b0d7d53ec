"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { ConfigDraft } from "@/components/config/use-config-draft";
import { Button } from "@/components/ui/button";
import { changedNames } from "@/lib/config/changes";

type SaveBarProps = { draft: ConfigDraft; onReview: () => void; onSave: () => Promise<void> };

/** At the bottom as long as something is changed: what, and what to do with it. Ctrl-S saves. */
export function SaveBar({ draft, onReview, onSave }: SaveBarProps) {
	const t = useTranslations("config");
	const common = useTranslations("common");
	const names = changedNames(draft.changes);
	const labels = names.map((name) => t(`settings.${name}.label`)).join(", ");
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
			event.preventDefault();
			if (!draft.isPending) void onSave();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [draft.isPending, onSave]);
	return (
		<section
			aria-label={t("unsaved")}
			className="fade-in sticky bottom-3 z-30 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-border bg-raised py-2 pr-2 pl-4 shadow-overlay"
		>
			<p role="status" className="line-clamp-2 min-w-0 flex-1 basis-40 text-sm">
				<strong className="font-semibold">{t("changeCount", { count: names.length })}</strong> {labels}
			</p>
			<div className="flex flex-wrap gap-2">
				<Button onClick={onReview}>{t("review")}</Button>
				<Button onClick={draft.discard}>{common("discard")}</Button>
				<Button
					variant="primary"
					disabled={draft.isPending}
					onClick={() => void onSave()}
					title={t("saveShortcut")}
				>
					{common("save")}
				</Button>
			</div>
		</section>
	);
}
