"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { memberChoicesQuery } from "@/lib/cases/queries";

type MemberPickerProps = {
	guildId: string;
	/** The chosen member's id; empty for none. */
	value: string;
	/** The chosen member, when the page knows them. */
	chosen: { id: string; name: string } | null;
	onChoose: (id: string) => void;
};

/** Choose a member by typing a name, a nick or an id. */
export function MemberPicker({ guildId, value, chosen, onChoose }: MemberPickerProps) {
	const t = useTranslations("cases.filters");
	const [text, setText] = useState("");
	const asked = useDeferredValue(text);
	const found = useQuery(memberChoicesQuery(guildId, asked));
	const known = chosen && chosen.id === value && asked === "" ? [chosen] : [];
	return (
		<Combobox
			id="filter-member"
			label={t("member")}
			placeholder={t("memberPlaceholder")}
			value={value}
			onValueChange={onChoose}
			onSearch={setText}
			loading={found.isFetching}
			clearable
			options={[...known, ...(found.data ?? [])].map(({ id, name }) => ({ value: id, label: name }))}
		/>
	);
}
