import { MessageSquare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { MessageBody } from "@/components/discord/message-body";
import { MessageContext } from "@/components/discord/message-context";
import { SystemMessage } from "@/components/discord/system-message";
import type { MessageView, Resolve } from "@/components/discord/types";
import { EmptyState } from "@/components/layout/states";
import { Time } from "@/components/layout/time";
import { type FeedAll, MemberFeed } from "@/components/members/member-feed";
import { isSystemMessage } from "@/lib/discord/messages";

type MemberMessagesProps = {
	messages: readonly (MessageView & { channelId: string })[];
	resolve: Resolve;
	all: FeedAll;
};

/** The newest messages of a member as Discord shows them, each with its channel and the way to what was said around it. */
export function MemberMessages({ messages, resolve, all }: MemberMessagesProps) {
	const t = useTranslations("members.messages");
	if (messages.length === 0)
		return <EmptyState icon={MessageSquare} title={t("none")} reason={t("noneReason")} />;
	return (
		<MemberFeed all={all}>
			{messages.map((message) => {
				const channel = resolve.channels[message.channelId];
				return (
					<li key={message.id} className="border-border border-b px-3 py-2 text-sm last:border-b-0">
						<div className="mb-0.5 flex items-center gap-2 text-muted text-xs">
							{channel ? <ChannelName channel={channel} /> : null}
							<Link
								href={`/guilds/${resolve.guildId}/messages/${message.id}`}
								prefetch={false}
								className="ml-auto shrink-0 rounded hover:underline"
							>
								<Time value={message.sentAt} />
							</Link>
						</div>
						<Said message={message} resolve={resolve} />
					</li>
				);
			})}
		</MemberFeed>
	);
}

function Said({ message, resolve }: { message: MessageView; resolve: Resolve }) {
	if (isSystemMessage(message.type))
		return <SystemMessage message={message} type={message.type} resolve={resolve} />;
	return (
		<>
			<MessageContext message={message} resolve={resolve} />
			<MessageBody message={message} resolve={resolve} />
		</>
	);
}
