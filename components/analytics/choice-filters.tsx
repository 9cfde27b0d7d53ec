"use client";

import { useUrlState } from "@/components/layout/use-url-state";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";

export type ChoiceFilter = {
	/** The parameter of the address. */
	name: string;
	label: string;
	/** What it says while nothing is chosen. */
	all: string;
	options: ComboboxOption[];
};

/** Narrows the figures by one or more choices, which can be combined; all of it in the address. */
export function ChoiceFilters({ filters }: { filters: readonly ChoiceFilter[] }) {
	const url = useUrlState();
	return (
		<div className="flex flex-wrap items-center gap-2" data-pending={url.pending || undefined}>
			{filters.map(({ name, label, all, options }) => (
				<Combobox
					key={name}
					label={label}
					placeholder={all}
					value={url.get(name)}
					onValueChange={(value) => url.set({ [name]: value })}
					options={options}
					clearable
					className="w-40"
				/>
			))}
		</div>
	);
}
