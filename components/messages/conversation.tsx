"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useRowKeys } from "@/components/layout/use-row-keys";
import { ConversationEnd } from "@/components/messages/conversation-end";
import { ConversationMessage } from "@/components/messages/conversation-message";
import { useKeptScroll } from "@/components/messages/use-kept-scroll";
import { messageContextQuery } from "@/lib/messages/queries";
import type { MessageContext } from "@/lib/messages/view-schema";

type ConversationProps = {
	guildId: string;
	/** The message that was asked for. */
	messageId: string;
	cdn: string | null;
	/** Words to mark. */
	marks: readonly string[];
	around: MessageContext;
};

/** What was said around a message, in the order it was said; grows at both ends. */
export function Conversation({ guildId, messageId, cdn, marks, around }: ConversationProps) {
	const t = useTranslations("messages.context");
	const root = useRef<HTMLOListElement>(null);
	useRowKeys(root);
	const talk = useInfiniteQuery({
		...messageContextQuery(guildId, messageId),
		initialData: { pages: [around], pageParams: [{}] },
	});
	const keepScroll = useKeptScroll(talk.data.pages[0]?.items[0]?.id);
	const loadOlder = () => {
		keepScroll();
		void talk.fetchPreviousPage();
	};
	return (
		<>
			<ConversationEnd
				label={t("loadOlder")}
				end={t("channelStart")}
				more={talk.hasPreviousPage}
				pending={talk.isFetchingPreviousPage}
				failed={talk.isFetchPreviousPageError}
				load={loadOlder}
			/>
			<ol ref={root} aria-label={t("list")} className="[overflow-anchor:none]">
				{talk.data.pages.flatMap((page) =>
					page.items.map((message) => (
						<ConversationMessage
							key={message.id}
							message={message}
							resolve={{ guildId, cdn, marks, ...page.names }}
							isHit={message.id === messageId}
						/>
					)),
				)}
			</ol>
			<ConversationEnd
				label={t("loadNewer")}
				end={t("channelEnd")}
				more={talk.hasNextPage}
				pending={talk.isFetchingNextPage}
				failed={talk.isFetchNextPageError}
				load={() => void talk.fetchNextPage()}
			/>
		</>
	);
}
