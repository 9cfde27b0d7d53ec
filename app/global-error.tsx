"use client";

import "@/styles/globals.css";
import { useSyncExternalStore } from "react";
import { ErrorPage } from "@/components/layout/error-page";
import { browserLocale } from "@/lib/i18n/browser-locale";
import { locales } from "@/lib/i18n/config";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

const never = () => () => undefined;

/** Replaces the root layout when that itself has failed, in the language that the browser asks for. */
export default function GlobalError(props: GlobalErrorProps) {
	const locale = useSyncExternalStore(
		never,
		() => browserLocale(document.cookie, navigator.languages),
		() => locales[0],
	);
	return (
		<html lang={locale} className="system">
			<body>
				<ErrorPage key={locale} {...props} />
			</body>
		</html>
	);
}
