"use client";

import { useTranslations } from "next-intl";

/** Says what a field is called; a field without a name of its own is read from its column's name. */
export function useFieldName(): (field: string) => string {
	const t = useTranslations("audit.fields");
	return (field) => {
		const key = field.replace("$", "role_");
		return t.has(`names.${key}`) ? t(`names.${key}`) : field.replaceAll("_", " ");
	};
}
