import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type RoleView, roleViews } from "@/lib/roles/schema";

/** The three ways to look at roles, each with its address. */
export function RoleViews({ guildId, current }: { guildId: string; current: RoleView }) {
	const t = useTranslations("roles.views");
	const base = `/guilds/${guildId}/roles`;
	return (
		<TabLinks
			label={t("label")}
			tabs={roleViews.map((view) => ({
				href: view === "hierarchy" ? base : `${base}?view=${view}`,
				label: t(view),
				current: view === current,
			}))}
		/>
	);
}
