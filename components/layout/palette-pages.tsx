"use client";

import { ChartNoAxesCombined, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { analyticsTabsFor } from "@/components/layout/analytics-tabs";
import { navigationFor, pageHref } from "@/components/layout/navigation";
import { PaletteEntry, PaletteGroup } from "@/components/layout/palette-entry";
import type { ShellGuild } from "@/components/layout/shell-types";
import { Kbd } from "@/components/ui/kbd";
import { may } from "@/lib/auth/permissions";

type PalettePagesProps = {
	guild: ShellGuild;
	/** What is typed; nothing lists the pages of the sidebar only. */
	text: string;
	onClose: () => void;
};

/** The pages of the server whose names hold what is typed, and after them those below the sidebar's. */
export function PalettePages({ guild, text, onClose }: PalettePagesProps) {
	const t = useTranslations("nav");
	const fits = (name: string) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase());
	const pages = navigationFor(guild.level)
		.flatMap((group) => group.pages)
		.map((page) => ({ ...page, label: t(`pages.${page.name}`) }))
		.filter(({ label }) => fits(label));
	const below = usePagesBelow(guild).filter(({ label }) => text !== "" && fits(label));
	if (pages.length + below.length === 0) return null;
	return (
		<PaletteGroup heading={t("palette.pages")}>
			{pages.map((page) => (
				<PaletteEntry
					key={page.path}
					href={pageHref(guild.id, page)}
					value={`page ${page.name}`}
					onClose={onClose}
				>
					<page.icon aria-hidden />
					<span className="flex-1">{page.label}</span>
					<Kbd>g</Kbd>
					<Kbd>{page.key}</Kbd>
				</PaletteEntry>
			))}
			{below.map((page) => (
				<PaletteEntry
					key={page.label}
					href={pageHref(guild.id, page)}
					value={`page ${page.label}`}
					onClose={onClose}
				>
					<page.icon aria-hidden />
					<span>{page.label}</span>
				</PaletteEntry>
			))}
		</PaletteGroup>
	);
}

/** The tabs of analytics and the weekly report: no entries of the sidebar, but looked for by name. */
function usePagesBelow({ level }: ShellGuild) {
	const t = useTranslations("nav");
	const tabs = analyticsTabsFor(level).map(({ name, path }) => ({
		path,
		icon: ChartNoAxesCombined,
		label: `${t("pages.analytics")} · ${t(`analytics.${name}`)}`,
	}));
	const report = { path: "/report", icon: FileText, label: t("report") };
	return may(level, "overview.read") ? [...tabs, report] : tabs;
}
