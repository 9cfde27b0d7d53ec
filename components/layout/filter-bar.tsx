"use client";

import { ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/layout/disclosure";
import { FilterControl } from "@/components/layout/filter-control";
import { describeFilter, type FilterField, isFilterValue } from "@/components/layout/filter-fields";
import { SearchField } from "@/components/layout/search-field";
import { type UrlState, useUrlState } from "@/components/layout/use-url-state";

type FilterBarProps = {
	/** The search field, when the list has one; `/` focuses it. */
	search?: { name: string; label: string; placeholder: string };
	/** A search field of the domain's own in its place. */
	searchBox?: (url: UrlState) => ReactNode;
	fields: FilterField[];
	/** Shown at the right end, such as a sort or an export. */
	children?: ReactNode;
};

/** Search, filters and what is filtered by, all of it in the address. */
export function FilterBar({ search, searchBox, fields, children }: FilterBarProps) {
	const t = useTranslations("common.filters");
	const url = useUrlState();
	const chips = fields.flatMap((field) =>
		url
			.all(field.name)
			.filter((value) => isFilterValue(field, value))
			.map((value) => ({ field, value, text: describeFilter(field, value) })),
	);
	const without = (field: FilterField, value: string) => ({
		[field.name]: url.all(field.name).filter((item) => item !== value),
	});
	return (
		<div className="relative flex flex-wrap items-center gap-2 pb-2" data-pending={url.pending || undefined}>
			{search ? <SearchField {...search} url={url} /> : searchBox?.(url)}
			{fields.length > 0 ? (
				<Disclosure label={t("add")} icon={<ListFilter aria-hidden />}>
					{() => (
						<div className="flex flex-col gap-3">
							{fields.map((field) => (
								<FilterControl key={field.name} field={field} url={url} />
							))}
						</div>
					)}
				</Disclosure>
			) : null}
			{chips.map(({ field, value, text }) => (
				<button
					key={`${field.name}=${value}`}
					type="button"
					onClick={() => url.set(without(field, value))}
					aria-label={t("remove", { name: text })}
					className="flex h-7 max-w-64 items-center gap-1 rounded-md bg-accent-tint pr-1.5 pl-2 text-accent text-sm hover:brightness-95"
				>
					<span className="truncate">{text}</span>
					<X aria-hidden className="size-3.5 shrink-0" />
				</button>
			))}
			{chips.length > 1 ? (
				<button
					type="button"
					onClick={() => url.set(Object.fromEntries(fields.map((field) => [field.name, null])))}
					className="h-7 px-1 text-muted text-sm underline-offset-4 hover:underline"
				>
					{t("clear")}
				</button>
			) : null}
			{children ? <div className="ml-auto flex items-center gap-2">{children}</div> : null}
		</div>
	);
}
