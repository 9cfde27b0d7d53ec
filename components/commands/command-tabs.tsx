import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TabLinks } from "@/components/ui/tab-links";
import { searchString } from "@/lib/api/client";

type CommandTabsProps = {
	guildId: string;
	current: "registered" | "executions";
	/** The period in the address, which both pages share. */
	period: { range?: string | undefined; from?: string | undefined; to?: string | undefined };
	/** The period's figures, on the same line where there is room. */
	children: ReactNode;
};

/** The two pages of commands, and the figures of the period. */
export function CommandTabs({ guildId, current, period, children }: CommandTabsProps) {
	const t = useTranslations("commands.tabs");
	const { range, from, to } = period;
	const search = searchString({ range, from, to });
	const base = `/guilds/${guildId}/commands`;
	return (
		<div className="relative mb-2">
			<TabLinks
				label={t("label")}
				tabs={[
					{ href: `${base}${search}`, label: t("registered"), current: current === "registered" },
					{
						href: `${base}/executions${search}`,
						label: t("executions"),
						current: current === "executions",
					},
				]}
			/>
			<div className="md:absolute md:inset-y-0 md:right-0 md:flex md:items-center">{children}</div>
		</div>
	);
}
