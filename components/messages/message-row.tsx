import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { Message } from "@/components/discord/message";
import type { Resolve } from "@/components/discord/types";
import type { MessageItem } from "@/lib/messages/view-schema";

type MessageRowProps = {
	message: MessageItem;
	resolve: Resolve;
	/** The message's place among its neighbours. */
	href: string;
};

/** A found message, and the channel it was said in, which leads to what was said around it. */
export function MessageRow({ message, resolve, href }: MessageRowProps) {
	const t = useTranslations("messages");
	const channel = resolve.channels[message.channelId];
	return (
		<li className="group flex gap-x-4 border-border border-b max-md:flex-col-reverse md:hover:bg-hover/40">
			<div className="min-w-0 grow">
				<Message message={message} resolve={resolve} className="py-1" />
			</div>
			<Link
				href={href}
				prefetch={false}
				data-row-link
				title={t("jump")}
				className="flex h-6 max-w-full shrink-0 items-center gap-1 self-start rounded text-muted text-xs hover:text-text hover:underline max-md:-mb-1 max-md:mt-1 md:mt-1 md:mr-1 md:w-40 md:justify-end"
			>
				{channel ? <ChannelName channel={channel} /> : null}
				<ArrowUpRight aria-hidden className="size-3.5 shrink-0" />
				<span className="sr-only">{t("jump")}</span>
			</Link>
		</li>
	);
}
