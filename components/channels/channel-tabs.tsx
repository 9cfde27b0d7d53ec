import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TabLinks } from "@/components/ui/tab-links";
import type { ChannelDetail, ChannelTab } from "@/lib/channels/schema";

type ChannelTabsProps = {
	guildId: string;
	channel: ChannelDetail;
	current: ChannelTab;
	/** What the open part offers, on the same line where there is room. */
	children: ReactNode;
};

/** The parts of a channel's page, each with its address. */
export function ChannelTabs({ guildId, channel, current, children }: ChannelTabsProps) {
	const t = useTranslations("channels.tabs");
	const base = `/guilds/${guildId}/channels/${channel.id}`;
	const tab = (name: ChannelTab, label: string) => ({
		href: name === "access" ? base : `${base}?tab=${name}`,
		label,
		current: name === current,
	});
	return (
		<div className="relative">
			<TabLinks
				label={t("label")}
				tabs={[
					tab("access", t("access")),
					tab("overwrites", t("overwrites", { count: channel.overwrites.length })),
					...(channel.threads > 0 ? [tab("threads", t("threads", { count: channel.threads }))] : []),
				]}
			/>
			<div className="empty:hidden max-md:pt-2 md:absolute md:inset-y-0 md:right-0 md:flex md:items-center">
				{children}
			</div>
		</div>
	);
}
