import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { MessageView, Resolve } from "@/components/discord/types";
import german from "../../messages/de/discord.json";
import english from "../../messages/en/discord.json";

/** Where pictures come from. */
export const cdn = "http://cdn.localhost";

/** Somebody with a picture. */
export const ana = { id: "175928847299117063", name: "Ana", avatar: "8342729096ea3675442027381ff50dfe" };

/** A server that knows Ana, one role and one channel. */
export const resolve: Resolve = {
	guildId: "81384788765712384",
	cdn,
	users: { [ana.id]: ana },
	roles: { "200000000000000001": { id: "200000000000000001", name: "Helper", colour: 0x2ecc71 } },
	channels: { "300000000000000001": { id: "300000000000000001", name: "general", type: "guild_text" } },
	emojis: {},
};

/** What Ana wrote, with nothing attached. */
export const message: MessageView = {
	id: "1192848271341797496",
	type: "regular",
	author: ana,
	content: "Hello",
	sentAt: "2026-11-01T12:00:00.000Z",
	editedAt: null,
	deletedAt: null,
	reply: null,
	attachments: [],
	embeds: [],
	reactions: [],
	stickers: [],
	components: [],
};

/** The markup as the server sends it. A text that is missing fails the test. */
export function renderDiscord(content: ReactNode, locale: "en" | "de" = "en"): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider
			locale={locale}
			timeZone="UTC"
			messages={{ discord: locale === "en" ? english : german }}
			onError={(error) => {
				throw error;
			}}
		>
			{content}
		</NextIntlClientProvider>,
	);
}
