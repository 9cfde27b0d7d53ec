"use client";

import { useMutation } from "@tanstack/react-query";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { rememberChoice } from "@/components/layout/preferences";
import { Segments } from "@/components/layout/segments";
import { preferencesMutation } from "@/lib/account/queries";
import { isTheme, preferenceCookies, type Theme, themes } from "@/lib/i18n/config";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Changes the theme at once and remembers it where the server reads it before the next first paint. */
export function applyTheme(theme: Theme): void {
	document.documentElement.classList.remove(...themes);
	document.documentElement.classList.add(theme);
	rememberChoice(preferenceCookies.theme, theme);
}

/** System, light or dark. */
export function ThemeChoice() {
	const t = useTranslations("nav");
	const { mutate: keep } = useMutation(preferencesMutation());
	const [theme, setTheme] = useState<Theme>("system");
	useEffect(() => {
		setTheme([...document.documentElement.classList].find(isTheme) ?? "system");
	}, []);
	return (
		<Segments
			label={t("theme")}
			value={theme}
			options={themes.map((value) => {
				const Icon = icons[value];
				return { value, label: t(`themes.${value}`), icon: <Icon aria-hidden className="size-4" /> };
			})}
			onValueChange={(value) => {
				setTheme(value);
				applyTheme(value);
				keep({ theme: value });
			}}
		/>
	);
}
