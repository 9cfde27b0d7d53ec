"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { LoadOlder } from "@/components/layout/load-older";
import { useRowKeys } from "@/components/layout/use-row-keys";
import { MessageRow } from "@/components/messages/message-row";
import { NoMessages } from "@/components/messages/no-messages";
import { searchString } from "@/lib/api/client";
import { searchMarks } from "@/lib/messages/marks";
import { messagesQuery } from "@/lib/messages/queries";
import type { MessageFilters } from "@/lib/messages/schema";
import type { MessageList as MessagePage } from "@/lib/messages/view-schema";

type MessageListProps = { guildId: string; cdn: string | null; first: MessagePage; filters: MessageFilters };

/** The messages that fit, newest first, as Discord shows them, with the words found marked; older ones by scrolling. */
export function MessageList({ guildId, cdn, first, filters }: MessageListProps) {
	const t = useTranslations("messages");
	const root = useRef<HTMLOListElement>(null);
	useRowKeys(root);
	const list = useInfiniteQuery({
		...messagesQuery(guildId, filters),
		initialData: { pages: [first], pageParams: [null] },
	});
	const marks = searchMarks(filters.q ?? "");
	if (first.items.length === 0) return <NoMessages filters={filters} />;
	return (
		<>
			<ol ref={root} aria-label={t("list")} className="border-border border-t">
				{list.data.pages.flatMap((page) =>
					page.items.map((message) => (
						<MessageRow
							key={message.id}
							message={message}
							resolve={{ guildId, cdn, marks, ...page.names }}
							href={`/guilds/${guildId}/messages/${message.id}${searchString({ q: filters.q })}`}
						/>
					)),
				)}
			</ol>
			<LoadOlder list={list} />
		</>
	);
}
