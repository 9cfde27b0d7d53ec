"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { paletteSearch } from "@/components/layout/palette-search";
import { Combobox } from "@/components/ui/combobox";

type MemberPickerProps = {
	guildId: string;
	/** The field's id, for its label. */
	id: string;
	label: string;
	/** The chosen member's id; empty for none. */
	value: string;
	/** The chosen member, when the page knows them. */
	chosen: { id: string; name: string } | null;
	onChoose: (id: string) => void;
};

/** Choose a member by typing a name, a nick or an id. */
export function MemberPicker({ guildId, id, label, value, chosen, onChoose }: MemberPickerProps) {
	const t = useTranslations("common.filters");
	const [text, setText] = useState("");
	const asked = useDeferredValue(text);
	const found = useQuery(paletteSearch(guildId, asked));
	const known = chosen && chosen.id === value && asked === "" ? [chosen] : [];
	return (
		<Combobox
			id={id}
			label={label}
			placeholder={t("any")}
			value={value}
			onValueChange={onChoose}
			onSearch={setText}
			loading={found.isFetching}
			clearable
			options={[...known, ...(found.data?.members ?? [])].map((member) => ({
				value: member.id,
				label: member.name,
			}))}
		/>
	);
}
