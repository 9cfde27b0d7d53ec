import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type Level, may, type Permission } from "@/lib/auth/permissions";
import { type MemberTab, memberTabs } from "@/lib/members/profile-schema";

const needs: Record<MemberTab, Permission> = {
	permissions: "roles.read",
	record: "cases.read",
	commands: "commands.read",
	messages: "messages.read",
	activity: "members.activity",
};

/** The parts of a profile that a level may see. */
export function openTabs(level: Level): MemberTab[] {
	return memberTabs.filter((tab) => may(level, needs[tab]));
}

type MemberTabsProps = { base: string; tabs: readonly MemberTab[]; current: MemberTab };

/** The parts of a profile, each with its address. */
export function MemberTabs({ base, tabs, current }: MemberTabsProps) {
	const t = useTranslations("members.tabs");
	return (
		<TabLinks
			label={t("label")}
			tabs={tabs.map((tab) => ({
				href: tab === "permissions" ? base : `${base}?tab=${tab}`,
				label: t(tab),
				current: tab === current,
			}))}
		/>
	);
}
