"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { KeyKindBadge } from "@/components/config/key-kind";
import { bodyClass, type Column, tableClass } from "@/components/layout/table-columns";
import { DataTableHead } from "@/components/layout/table-head";
import { DataTableRow } from "@/components/layout/table-row";
import { Time } from "@/components/layout/time";
import { useRowKeys } from "@/components/layout/use-row-keys";
import { compact, kindOf } from "@/lib/config/key-json";
import type { DynamicKey } from "@/lib/config/keys-schema";

type KeyTableProps = {
	keys: readonly DynamicKey[];
	href: (key: string) => string;
	/** The key whose form is open. */
	current: string | undefined;
};

/** The keys by name with value and kind; a row opens its form. */
export function KeyTable({ keys, href, current }: KeyTableProps) {
	const t = useTranslations("config");
	const table = useRef<HTMLTableElement>(null);
	const columns = useKeyColumns();
	useRowKeys(table);
	return (
		<table ref={table} aria-label={t("tabs.dynamic")} className={tableClass}>
			<DataTableHead columns={columns} />
			<tbody className={bodyClass}>
				{keys.map((row) => (
					<DataTableRow
						key={row.key}
						row={row}
						id={row.key}
						columns={columns}
						href={href(row.key)}
						current={row.key === current}
						selection={undefined}
					/>
				))}
			</tbody>
		</table>
	);
}

function useKeyColumns(): Column<DynamicKey>[] {
	const t = useTranslations("config.keys");
	return [
		{
			id: "key",
			header: t("key"),
			width: "16rem",
			cell: ({ key }) => <span className="font-medium font-mono">{key}</span>,
		},
		{
			id: "kind",
			header: t("kind"),
			width: "6rem",
			cell: ({ json }) => <KeyKindBadge kind={kindOf(json)} />,
		},
		{
			id: "value",
			header: t("value"),
			phone: "line",
			cell: ({ json }) => <code className="font-mono">{compact(json)}</code>,
		},
		{
			id: "description",
			header: t("description"),
			phone: "line",
			cell: ({ description }) => description,
		},
		{
			id: "changed",
			header: t("changed"),
			width: "7rem",
			phone: "aside",
			cell: ({ updatedAt }) => <Time value={updatedAt} />,
		},
	];
}
