"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, useRef } from "react";
import { type ChannelRow, useChannelColumns } from "@/components/channels/channel-columns";
import { bodyClass, type Column, tableClass } from "@/components/layout/table-columns";
import { DataTableHead } from "@/components/layout/table-head";
import { DataTableRow } from "@/components/layout/table-row";
import { useRowKeys } from "@/components/layout/use-row-keys";
import type { ChannelItem } from "@/lib/channels/schema";
import type { ChannelGroup } from "@/lib/channels/tree";

type ChannelTableProps = { guildId: string; groups: readonly ChannelGroup<ChannelItem>[] };

/** The channels as Discord arranges them: categories as headings, active threads below their channel. */
export function ChannelTable({ guildId, groups }: ChannelTableProps) {
	const t = useTranslations("channels");
	const table = useRef<HTMLTableElement>(null);
	useRowKeys(table);
	const columns = useChannelColumns();
	return (
		<table ref={table} aria-label={t("title")} className={tableClass}>
			<DataTableHead columns={columns} />
			<tbody className={bodyClass}>
				{groups.map(({ category, channels }) => (
					<Fragment key={category?.id ?? ""}>
						{category ? <CategoryRow guildId={guildId} category={category} columns={columns.length} /> : null}
						{channels.map(({ channel, threads }) => (
							<Fragment key={channel.id}>
								<Row guildId={guildId} columns={columns} row={{ ...channel, depth: category ? 1 : 0 }} />
								{threads.map((thread) => (
									<Row key={thread.id} guildId={guildId} columns={columns} row={{ ...thread, depth: 2 }} />
								))}
							</Fragment>
						))}
					</Fragment>
				))}
			</tbody>
		</table>
	);
}

type CategoryRowProps = { guildId: string; category: ChannelItem; columns: number };

function CategoryRow({ guildId, category, columns }: CategoryRowProps) {
	const t = useTranslations("channels.marks");
	return (
		<tr className="max-md:block">
			<th
				scope="colgroup"
				colSpan={columns}
				className="h-9 border-border border-b px-3 pt-2 text-left align-middle font-semibold text-muted text-xs max-md:block"
			>
				<Link
					href={`/guilds/${guildId}/channels/${category.id}`}
					className="inline-flex items-center gap-1.5 rounded hover:text-text"
				>
					{category.name}
					{category.isPrivate ? <Lock aria-label={t("private")} className="size-3" /> : null}
				</Link>
			</th>
		</tr>
	);
}

type RowProps = { guildId: string; row: ChannelRow; columns: Column<ChannelRow>[] };

function Row({ guildId, row, columns }: RowProps) {
	return (
		<DataTableRow
			row={row}
			id={row.id}
			columns={columns}
			href={`/guilds/${guildId}/channels/${row.id}`}
			current={false}
			selection={undefined}
		/>
	);
}
