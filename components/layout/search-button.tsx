"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { openOverlay } from "@/components/layout/overlays";
import { Kbd } from "@/components/ui/kbd";

/** Opens the command palette; says which key does. */
export function SearchButton() {
	const t = useTranslations("nav.palette");
	const keys = useTranslations("nav.keys");
	return (
		<button
			type="button"
			onClick={() => openOverlay("palette")}
			title={`${t("title")} (${keys("control")} K)`}
			aria-keyshortcuts="Control+K"
			className="flex h-8 items-center gap-2 rounded-md px-2 text-muted text-sm hover:bg-hover md:w-56 md:border md:border-border md:bg-surface"
		>
			<Search aria-hidden className="size-4 shrink-0" />
			<span className="max-md:sr-only">{t("open")}</span>
			<span aria-hidden className="ml-auto flex gap-1 max-md:hidden">
				<Kbd>{keys("control")}</Kbd>
				<Kbd>K</Kbd>
			</span>
		</button>
	);
}
