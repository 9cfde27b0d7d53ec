"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Message } from "@/components/discord/message";
import type { Resolve } from "@/components/discord/types";
import { cn } from "@/lib/cn";
import type { MessageItem } from "@/lib/messages/view-schema";

type ConversationMessageProps = { message: MessageItem; resolve: Resolve; isHit: boolean };

/** A message of a conversation; the one that was asked for is marked and brought into view. */
export function ConversationMessage({ message, resolve, isHit }: ConversationMessageProps) {
	const t = useTranslations("messages");
	const row = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (isHit) row.current?.scrollIntoView({ block: "center" });
	}, [isHit]);
	return (
		<li
			ref={row}
			aria-current={isHit || undefined}
			className={cn(
				"relative rounded px-2 hover:bg-hover/40",
				isHit && "bg-accent-tint outline outline-accent hover:bg-accent-tint",
			)}
		>
			{isHit ? <span className="sr-only">{t("context.hit")}</span> : null}
			<Message message={message} resolve={resolve} time="full" className="py-1" />
			{isHit ? null : (
				<Link
					href={`/guilds/${resolve.guildId}/messages/${message.id}`}
					prefetch={false}
					data-row-link
					className="sr-only focus:not-sr-only focus:absolute focus:top-1 focus:right-1 focus:rounded focus:bg-raised focus:px-1.5 focus:text-sm"
				>
					{t("jump")}
				</Link>
			)}
		</li>
	);
}
