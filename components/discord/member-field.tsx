"use client";

import dynamic from "next/dynamic";
import type { FilterField } from "@/components/layout/filter-fields";
import { Skeleton } from "@/components/ui/skeleton";

/** Searching as you type weighs as much as a list: it is loaded when the filters are opened. */
const MemberPicker = dynamic(async () => (await import("./member-picker")).MemberPicker, {
	loading: () => <Skeleton className="h-8 w-full" />,
});

type MemberFieldOptions = {
	guildId: string;
	/** The parameter in the address. */
	name: string;
	label: string;
	/** People by whom the list may already be filtered, by name. */
	known: readonly ({ id: string; name: string } | null)[];
	/** "Any" unless given. */
	placeholder?: string;
};

/** A filter by member. */
export function memberField({ guildId, name, label, known, ...wording }: MemberFieldOptions): FilterField {
	return {
		kind: "custom",
		name,
		label,
		render: (value, choose) => (
			<MemberPicker
				{...wording}
				guildId={guildId}
				id={`filter-${name}`}
				label={label}
				value={value}
				known={known}
				onChoose={choose}
			/>
		),
		describe: (value) => known.find((member) => member?.id === value)?.name ?? value,
	};
}
