import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChannelName } from "@/components/discord/channel-name";
import type { ChannelRef } from "@/components/discord/types";
import { PageHeader } from "@/components/layout/page-header";
import { buttonStyles } from "@/components/ui/button";

type ConversationHeaderProps = {
	guildId: string;
	channel: ChannelRef | undefined;
	/** What can be done with the message that was asked for. */
	action?: ReactNode;
};

/** Where a conversation took place, and the way to the latest in that channel. */
export function ConversationHeader({ guildId, channel, action }: ConversationHeaderProps) {
	const t = useTranslations("messages");
	return (
		<PageHeader
			title={channel ? <ChannelName channel={channel} /> : t("title")}
			description={t("context.description")}
			action={action}
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
