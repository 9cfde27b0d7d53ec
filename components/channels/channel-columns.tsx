"use client";

import { useTranslations } from "next-intl";
import { ChannelMarks } from "@/components/channels/channel-marks";
import { ChannelName } from "@/components/discord/channel-name";
import { useFormat } from "@/components/layout/format";
import type { Column } from "@/components/layout/table-columns";
import { Time } from "@/components/layout/time";
import type { ChannelItem } from "@/lib/channels/schema";
import { cn } from "@/lib/cn";

/** A channel in the list, with its depth. */
export type ChannelRow = ChannelItem & { depth: 0 | 1 | 2 };

/** The columns of the channels; the same draw their outline while they load. */
export function useChannelColumns(): Column<ChannelRow>[] {
	const t = useTranslations("channels");
	const format = useFormat();
	const number = (value: number) =>
		value === 0 ? null : <span className="tabular-nums">{format.number(value)}</span>;
	return [
		{
			id: "channel",
			header: t("columns.channel"),
			width: "34%",
			cell: (row) => (
				<span className={cn("flex min-w-0 items-center gap-2", indents[row.depth])}>
					<ChannelName channel={row} className={row.depth === 2 ? "text-sm" : "font-medium"} />
					<ChannelMarks channel={row} />
				</span>
			),
		},
		{
			id: "topic",
			header: t("columns.topic"),
			phone: "line",
			cell: ({ topic }) => (topic ? <span className="text-muted">{topic}</span> : null),
		},
		{
			id: "threads",
			header: t("columns.threads"),
			width: "6rem",
			align: "right",
			phoneLabel: true,
			cell: ({ threads }) => number(threads),
		},
		{
			id: "messages",
			header: t("columns.messages"),
			width: "9rem",
			align: "right",
			phoneLabel: true,
			cell: ({ messages }) => number(messages),
		},
		{
			id: "total",
			header: t("columns.total"),
			width: "7rem",
			align: "right",
			phoneLabel: true,
			cell: ({ totalMessages }) => number(totalMessages),
		},
		{
			id: "last",
			header: t("columns.last"),
			width: "8rem",
			phone: "aside",
			cell: ({ lastMessageAt }) => (lastMessageAt ? <Time value={lastMessageAt} /> : null),
		},
	];
}

const indents = { 0: "", 1: "md:pl-4", 2: "pl-4 md:pl-10" } as const;
