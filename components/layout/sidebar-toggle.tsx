"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { rememberChoice } from "@/components/layout/preferences";
import { preferenceCookies } from "@/lib/i18n/config";

/** Folds the sidebar to its icons and back; the server knows the choice at the next request. */
export function SidebarToggle() {
	const t = useTranslations("nav");
	const toggle = () => {
		const shell = document.getElementById("shell");
		if (!shell) return;
		const next = shell.dataset.sidebar === "collapsed" ? "open" : "collapsed";
		shell.dataset.sidebar = next;
		rememberChoice(preferenceCookies.sidebar, next);
	};
	return (
		<button
			type="button"
			onClick={toggle}
			className="flex h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-hover hover:text-text [&_svg]:size-4 [&_svg]:shrink-0"
		>
			<PanelLeftClose aria-hidden className="group-data-[sidebar=collapsed]/shell:hidden" />
			<span className="group-data-[sidebar=collapsed]/shell:hidden">{t("collapse")}</span>
			<PanelLeftOpen aria-hidden className="hidden group-data-[sidebar=collapsed]/shell:block" />
			<span className="sr-only hidden group-data-[sidebar=collapsed]/shell:inline">{t("expand")}</span>
		</button>
	);
}
