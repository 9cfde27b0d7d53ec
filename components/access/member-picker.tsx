"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/discord/avatar";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";
import { memberChoicesQuery } from "@/lib/access/queries";

type MemberPickerProps = {
	guildId: string;
	control: FieldControl;
	value: string;
	onChange: (userId: string) => void;
};

/** Chooses a member of the server by typing a name or an id. */
export function MemberPicker({ guildId, control, value, onChange }: MemberPickerProps) {
	const t = useTranslations("access.form");
	const [text, setText] = useState("");
	const [chosen, setChosen] = useState<ComboboxOption | null>(null);
	const { data = [], isFetching } = useQuery(memberChoicesQuery(guildId, text));
	const found = data.map((member) => ({
		value: member.id,
		label: member.name,
		icon: <Avatar person={member} cdn={null} size={20} />,
	}));
	const others = found.filter((option) => option.value !== chosen?.value);
	return (
		<Combobox
			{...control}
			label={t("member")}
			placeholder={t("memberPlaceholder")}
			options={chosen ? [chosen, ...others] : others}
			value={value}
			onSearch={setText}
			loading={isFetching}
			onValueChange={(userId) => {
				setChosen(found.find((option) => option.value === userId) ?? chosen);
				onChange(userId);
			}}
		/>
	);
}
