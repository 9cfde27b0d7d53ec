import { MessageSquare, Paperclip } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { type FeedAll, MemberFeed } from "@/components/members/member-feed";
import type { MemberMessage } from "@/lib/members/history";

type MemberMessagesProps = { guildId: string; messages: readonly MemberMessage[]; all: FeedAll };

/** The newest messages of a member as they were typed. */
export function MemberMessages({ guildId, messages, all }: MemberMessagesProps) {
	const t = useTranslations("members.messages");
	if (messages.length === 0)
		return <EmptyState icon={MessageSquare} title={t("none")} reason={t("noneReason")} />;
	return (
		<MemberFeed all={all}>
			{messages.map((message) => (
				<li key={message.id} className="border-border border-b px-3 py-2 text-sm last:border-b-0">
					<div className="flex items-center gap-2 text-muted text-xs">
						<ChannelName channel={message.channel} />
						<Link
							href={`/guilds/${guildId}/messages/${message.id}`}
							className="ml-auto shrink-0 rounded hover:underline"
						>
							<Time value={message.sentAt} />
						</Link>
					</div>
					{message.content ? (
						<p className="mt-0.5 line-clamp-3 whitespace-pre-wrap break-words">{message.content}</p>
					) : null}
					{message.attachments > 0 ? (
						<p className="mt-0.5 flex items-center gap-1 text-muted text-xs">
							<Paperclip aria-hidden className="size-3" />
							{t("attachments", { count: message.attachments })}
						</p>
					) : null}
				</li>
			))}
		</MemberFeed>
	);
}
