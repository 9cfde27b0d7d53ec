"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { paletteSearch } from "@/components/layout/palette-search";
import { Combobox } from "@/components/ui/combobox";

type PersonPickerProps = {
	guildId: string;
	id: string;
	label: string;
	placeholder: string;
	/** The chosen person's id; empty for none. */
	value: string;
	/** Who is known already by name. */
	known: readonly { id: string; name: string }[];
	onChoose: (id: string) => void;
};

/** Choose a member by typing a name, a nick or an id. */
export function PersonPicker({ guildId, known, value, onChoose, ...labels }: PersonPickerProps) {
	const [text, setText] = useState("");
	const asked = useDeferredValue(text);
	const found = useQuery(paletteSearch(guildId, asked));
	const people = asked === "" ? known.filter(({ id }) => id === value) : (found.data?.members ?? []);
	return (
		<Combobox
			{...labels}
			value={value}
			onValueChange={onChoose}
			onSearch={setText}
			loading={found.isFetching}
			clearable
			options={people.map(({ id, name }) => ({ value: id, label: name }))}
		/>
	);
}
