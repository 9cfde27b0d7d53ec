"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelName } from "@/components/discord/channel-name";
import { Fact } from "@/components/layout/fact";
import { useFormat } from "@/components/layout/format";
import { Snowflake } from "@/components/layout/snowflake";
import { Time } from "@/components/layout/time";
import type { ChannelDetail } from "@/lib/channels/schema";
import { isThread } from "@/lib/discord/channels";
import { snowflakeTime } from "@/lib/discord/snowflake";

type ChannelFactsProps = {
	guildId: string;
	channel: ChannelDetail;
	/** Whether the reader may open its messages. */
	mayRead: boolean;
};

/** Where a channel is, how old and how busy. */
export function ChannelFacts({ guildId, channel, mayRead }: ChannelFactsProps) {
	const t = useTranslations("channels.facts");
	const format = useFormat();
	const { parent } = channel;
	return (
		<dl className="grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-4 gap-y-1.5 text-sm">
			{parent ? (
				<Fact label={t(isThread(channel.type) ? "parent" : "category")}>
					<Link href={`/guilds/${guildId}/channels/${parent.id}`} className="rounded hover:underline">
						<ChannelName channel={parent} />
					</Link>
				</Fact>
			) : null}
			<Fact label={t("made")}>
				<Time value={snowflakeTime(channel.id).getTime()} show="date" />
			</Fact>
			{channel.lastMessageAt ? (
				<Fact label={t("last")}>
					<Time value={channel.lastMessageAt} />
				</Fact>
			) : null}
			<Fact label={t("messagesMonth")}>
				<span className="tabular-nums">{format.number(channel.messages)}</span>
			</Fact>
			<Fact label={t("messages")}>
				<span className="tabular-nums">{format.number(channel.totalMessages)}</span>
			</Fact>
			{channel.threads > 0 ? (
				<Fact label={t("threads")}>
					{t("threadCount", {
						total: format.number(channel.threads),
						active: format.number(channel.activeThreads),
					})}
				</Fact>
			) : null}
			{channel.bitrate ? (
				<Fact label={t("bitrate")}>{t("kbps", { value: format.number(channel.bitrate / 1000) })}</Fact>
			) : null}
			{channel.userLimit ? <Fact label={t("userLimit")}>{format.number(channel.userLimit)}</Fact> : null}
			<Fact label={t("id")}>
				<Snowflake id={channel.id} />
			</Fact>
			{mayRead && channel.type !== "guild_category" ? (
				<dd className="col-span-2 pt-1">
					<Link
						href={`/guilds/${guildId}/messages?channel=${channel.id}`}
						className="rounded text-accent hover:underline"
					>
						{t("readMessages")}
					</Link>
				</dd>
			) : null}
		</dl>
	);
}
