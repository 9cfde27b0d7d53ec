import "@/styles/globals.css";
import "@/styles/print.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { earlyKeysScript } from "@/components/layout/early-keys";
import { isTheme, preferenceCookies } from "@/lib/i18n/config";
import { requestHeaders } from "@/lib/request-headers";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("common");
	return {
		title: { default: `${t("app")} · ${t("tagline")}`, template: `%s · ${t("app")}` },
		description: t("tagline"),
		icons: { icon: "/favicon.svg" },
		robots: { index: false },
	};
}

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f7f7f8" },
		{ media: "(prefers-color-scheme: dark)", color: "#0f1012" },
	],
};

/** The theme is a class that the server writes from a cookie, so that nothing flashes and no script runs for it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
	const [locale, jar, given] = await Promise.all([getLocale(), cookies(), headers()]);
	const chosen = jar.get(preferenceCookies.theme)?.value;
	const theme = isTheme(chosen) ? chosen : "system";
	return (
		<html
			lang={locale}
			className={`${GeistSans.variable} ${GeistMono.variable} ${theme}`}
			suppressHydrationWarning
		>
			<head>
				<script
					nonce={given.get(requestHeaders.nonce) ?? undefined}
					suppressHydrationWarning
					// biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which must run before any file has loaded
					dangerouslySetInnerHTML={{ __html: earlyKeysScript }}
				/>
			</head>
			<body>{children}</body>
		</html>
	);
}
