"use client";

import { useTranslations } from "next-intl";
import { sections } from "@/lib/config/fields";
import type { SettingName } from "@/lib/config/schema";

export type SectionName = (typeof sections)[number]["name"];

/** The sections with the settings whose name, label or help has the words in it; all of them without words. */
export function useFittingSections(words: string): { name: SectionName; settings: SettingName[] }[] {
	const t = useTranslations("config");
	const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
	return sections
		.map(({ name, settings }) => ({
			name,
			settings: (settings as readonly SettingName[]).filter((setting) => {
				const text = [
					setting,
					t(`settings.${setting}.label`),
					t(`settings.${setting}.help`),
					t(`sections.${name}.title`),
				]
					.join(" ")
					.toLowerCase();
				return wanted.every((word) => text.includes(word));
			}),
		}))
		.filter(({ settings }) => settings.length > 0);
}
