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
	/** Whom the list is narrowed to. */
	chosen: { id: string; name: string } | null;
};

/** A filter by member. */
export function memberField({ guildId, name, label, chosen }: MemberFieldOptions): FilterField {
	return {
		kind: "custom",
		name,
		label,
		render: (value, choose) => (
			<MemberPicker
				guildId={guildId}
				id={`filter-${name}`}
				label={label}
				value={value}
				chosen={chosen}
				onChoose={choose}
			/>
		),
		describe: (value) => (chosen?.id === value ? chosen.name : value),
	};
}
