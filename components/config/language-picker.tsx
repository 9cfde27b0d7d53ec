"use client";

import { useLocale } from "next-intl";
import { discordLocales, languageName, languages } from "@/components/config/languages";
import { Combobox } from "@/components/ui/combobox";
import type { FieldControl } from "@/components/ui/field";

type LanguagePickerProps = {
	control: FieldControl;
	label: string;
	value: string;
	onChange: (value: string) => void;
	/** Choose between regions too: English (UK) and English (US). */
	withRegions: boolean;
};

/** Chooses one of Discord's languages, named in the reader's own. */
export function LanguagePicker({ control, label, value, onChange, withRegions }: LanguagePickerProps) {
	const locale = useLocale();
	const tags = [...new Set([...(withRegions ? discordLocales : languages), value])];
	return (
		<Combobox
			{...control}
			label={label}
			placeholder={label}
			options={tags.map((tag) => ({ value: tag, label: languageName(tag, locale) }))}
			value={value}
			onValueChange={onChange}
		/>
	);
}
