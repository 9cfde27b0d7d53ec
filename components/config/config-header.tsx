import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { type Level, levelNames, may } from "@/lib/auth/permissions";

type ConfigHeaderProps = {
	guildId: string;
	level: Level;
	tab: "settings" | "dynamic" | "history";
	controls?: ReactNode;
};

/** Title and tabs of the configuration, with a word to those who may only read. */
export function ConfigHeader({ guildId, level, tab, controls }: ConfigHeaderProps) {
	const t = useTranslations("config");
	const levels = useTranslations("common.level");
	const base = `/guilds/${guildId}/configuration`;
	const tabs = [
		{ name: "settings", href: base },
		{ name: "dynamic", href: `${base}/keys` },
		{ name: "history", href: `${base}/history` },
	] as const;
	const description = may(level, "config.write")
		? t("description")
		: t("readOnly", { level: levels(levelNames[5]) });
	return (
		<>
			<PageHeader title={t("title")} description={description} controls={controls} />
			<TabLinks
				label={t("tabs.label")}
				tabs={tabs.map(({ name, href }) => ({ href, label: t(`tabs.${name}`), current: name === tab }))}
			/>
		</>
	);
}
