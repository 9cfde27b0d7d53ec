import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import type { ChannelRef } from "@/components/discord/types";
import { PageHeader } from "@/components/layout/page-header";
import { buttonStyles } from "@/components/ui/button";

type ConversationHeaderProps = { guildId: string; channel: ChannelRef | undefined };

/** Where a conversation took place, and the way to the latest in that channel. */
export function ConversationHeader({ guildId, channel }: ConversationHeaderProps) {
	const t = useTranslations("messages");
	return (
		<PageHeader
			title={channel ? <ChannelName channel={channel} /> : t("title")}
			description={t("context.description")}
			controls={
				channel && (
					<Link
						href={`/guilds/${guildId}/messages?channel=${channel.id}`}
						className={buttonStyles({ size: "sm" })}
					>
						<History aria-hidden />
						{t("context.channelLink")}
					</Link>
				)
			}
		/>
	);
}
