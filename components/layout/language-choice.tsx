"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { rememberChoice } from "@/components/layout/preferences";
import { Segments } from "@/components/layout/segments";
import { preferencesMutation } from "@/lib/account/queries";
import { isLocale, type Locale, localeNames, locales, preferenceCookies } from "@/lib/i18n/config";

/**
 * The language of the interface; shown as chosen at once, while the page is rendered again
 * in it without losing its state.
 */
export function LanguageChoice() {
	const t = useTranslations("nav");
	const { mutate: keep } = useMutation(preferencesMutation());
	const router = useRouter();
	const locale = useLocale();
	const [shown, show] = useOptimistic(locale);
	const [, start] = useTransition();
	const choose = (value: Locale) =>
		start(() => {
			show(value);
			rememberChoice(preferenceCookies.locale, value);
			keep({ language: value });
			router.refresh();
		});
	return (
		<Segments
			label={t("language")}
			value={isLocale(shown) ? shown : locales[0]}
			options={locales.map((value) => ({ value, label: localeNames[value] }))}
			onValueChange={choose}
		/>
	);
}
