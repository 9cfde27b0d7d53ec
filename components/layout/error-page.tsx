"use client";

import { useEffect, useState } from "react";
import { StatusPage } from "@/components/layout/status-page";
import { buttonStyles } from "@/components/ui/button";
import { isLocale, type Locale } from "@/lib/i18n/config";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Written out here: the page that shows them may have failed because the messages could not be read. */
const words = {
	en: {
		title: "This page couldn’t be shown",
		body: "Nothing you saved is lost. Try again; if the problem persists, tell whoever runs this Guildhall and give them the number below.",
		slow: "The search took too long and was stopped. Narrow it down: fewer days, one channel, one author.",
		busy: "Your other searches are still running. Try again in a moment.",
		retry: "Try again",
		home: "Your servers",
		number: "Error number",
	},
	de: {
		title: "Diese Seite konnte nicht gezeigt werden",
		body: "Nichts, was du gespeichert hast, ist verloren. Versuche es erneut; wenn es so bleibt, melde dich mit der Nummer unten bei den Betreibern dieses Guildhall.",
		slow: "Die Suche dauerte zu lange und wurde beendet. Grenze sie ein: weniger Tage, ein Kanal, ein Verfasser.",
		busy: "Deine anderen Suchen laufen noch. Versuche es gleich noch einmal.",
		retry: "Erneut versuchen",
		home: "Deine Server",
		number: "Fehlernummer",
	},
} as const satisfies Record<Locale, Record<string, string>>;

/** What failed, what to do, and the number under which the log has the rest. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
	const [locale, setLocale] = useState<Locale>("en");
	useEffect(() => {
		const spoken = document.documentElement.lang;
		if (isLocale(spoken)) setLocale(spoken);
	}, []);
	const t = words[locale];
	const reason = reasonOf(error.digest);
	return (
		<StatusPage title={t.title} body={reason ? t[reason] : t.body}>
			<button type="button" onClick={reset} className={buttonStyles({ variant: "primary" })}>
				{t.retry}
			</button>
			<a href="/guilds" className={buttonStyles()}>
				{t.home}
			</a>
			{error.digest && !reason ? (
				<p className="basis-full pt-2 text-muted text-xs">
					{t.number} <code className="select-all font-mono">{error.digest}</code>
				</p>
			) : null}
		</StatusPage>
	);
}

/** Why the page was refused, if lib/auth/guild-page.tsx says so. */
function reasonOf(digest: string | undefined): "slow" | "busy" | undefined {
	if (digest === "too_slow") return "slow";
	return digest === "too_many_at_once" ? "busy" : undefined;
}
