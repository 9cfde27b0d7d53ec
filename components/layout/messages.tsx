import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/namespaces";

type MessagesProps = { namespaces: Namespace[]; children: ReactNode };

/** Hands the client components inside it the words of these namespaces, and `common` with them. */
export async function Messages({ namespaces, children }: MessagesProps) {
	const all = await getMessages();
	const wanted = new Set<string>(["common", ...namespaces]);
	const messages = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
	return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
