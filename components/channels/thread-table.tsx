"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Spline } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChannelRow, useChannelColumns } from "@/components/channels/channel-columns";
import { LoadOlder } from "@/components/layout/load-older";
import { EmptyState } from "@/components/layout/states";
import { bodyClass, type Column, tableClass } from "@/components/layout/table-columns";
import { DataTableHead } from "@/components/layout/table-head";
import { DataTableRow } from "@/components/layout/table-row";
import { threadsQuery } from "@/lib/channels/queries";
import type { ThreadList } from "@/lib/channels/schema";

type ThreadTableProps = { guildId: string; channelId: string; first: ThreadList };

/** The columns of channels that say something of a thread, which is short-lived: all its messages, not a month's. */
function useThreadColumns(): Column<ChannelRow>[] {
	return useChannelColumns().filter(({ id }) => id === "channel" || id === "total" || id === "last");
}

/** The threads of a channel, active ones first, more as they are scrolled to. */
export function ThreadTable({ guildId, channelId, first }: ThreadTableProps) {
	const t = useTranslations("channels.threads");
	const columns = useThreadColumns();
	const list = useInfiniteQuery({
		...threadsQuery(guildId, channelId),
		initialData: { pages: [first], pageParams: [null] },
	});
	const threads = list.data.pages.flatMap(({ items }) => items);
	if (threads.length === 0) return <EmptyState icon={Spline} title={t("none")} reason={t("noneReason")} />;
	return (
		<>
			<table aria-label={t("title")} className={tableClass}>
				<DataTableHead columns={columns} />
				<tbody className={bodyClass}>
					{threads.map((thread) => (
						<DataTableRow
							key={thread.id}
							row={{ ...thread, depth: 0 as const }}
							id={thread.id}
							columns={columns}
							href={`/guilds/${guildId}/channels/${thread.id}`}
							current={false}
							selection={undefined}
						/>
					))}
				</tbody>
			</table>
			<LoadOlder list={list} />
		</>
	);
}
