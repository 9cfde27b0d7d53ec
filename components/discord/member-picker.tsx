"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { guildSearchQuery } from "@/lib/guilds/queries";

type Member = { id: string; name: string };

type MemberPickerProps = Partial<FieldControl> & {
	guildId: string;
	label: string;
	/** "Any" unless given. */
	placeholder?: string;
	/** The chosen member's id; empty for none. */
	value: string;
	/** Who may be chosen already and is known by name. */
	known?: readonly (Member | null)[];
	/** False where somebody must be chosen. */
	clearable?: boolean;
	onChoose: (id: string) => void;
};

/** Choose a member by typing a name, a nick or an id. */
export function MemberPicker(props: MemberPickerProps) {
	const { guildId, placeholder, known = [], value, clearable = true, onChoose, ...control } = props;
	const t = useTranslations("common.filters");
	const [text, setText] = useState("");
	const [picked, setPicked] = useState<Member[]>([]);
	const asked = useDeferredValue(text.trim());
	const { data, isFetching } = useQuery(guildSearchQuery(guildId, asked));
	const found = asked === "" ? [] : (data?.members ?? []);
	const chosen = [...picked, ...known].find((member) => member?.id === value);
	const members = [...found.filter(({ id }) => id !== chosen?.id), ...(chosen ? [chosen] : [])];
	return (
		<Combobox
			{...control}
			placeholder={placeholder ?? t("any")}
			value={value}
			onValueChange={(id) => {
				setPicked(members.filter((member) => member.id === id));
				onChoose(id);
			}}
			onSearch={setText}
			loading={isFetching}
			clearable={clearable}
			options={members.map(({ id, name }) => ({ value: id, label: name }))}
		/>
	);
}
