import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { FormatProvider } from "@/components/layout/format";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { guildIconUrl } from "@/lib/discord/cdn";
import { env } from "@/lib/env";
import { guildFrame } from "@/lib/guilds/frame";

type GuildLayoutProps = { params: Promise<{ guildId: string }>; children: ReactNode };

/** Every page of a server names it. Says nothing of a server that cannot be read: the layout refuses that. */
export async function generateMetadata({ params }: Pick<GuildLayoutProps, "params">): Promise<Metadata> {
	const { guildId } = await params;
	const frame = await guildFrame(guildId).catch(() => undefined);
	if (frame === undefined) return {};
	const t = await getTranslations("common");
	return { title: { default: frame.name, template: `%s · ${frame.name} · ${t("app")}` } };
}

/** The frame of a server's pages; times inside are in the server's zone. */
export default async function GuildLayout({ params, children }: GuildLayoutProps) {
	const { guildId } = await params;
	const { shell, ...frame } = await refusedIsNotFound(() => guildFrame(guildId));
	const iconUrl = guildIconUrl(env().DISCORD_CDN_URL, { id: frame.id, hash: frame.icon }, { size: 28 });
	return (
		<FormatProvider timeZone={frame.timeZone} now={Date.now()}>
			<AppShell
				user={shell.user}
				guild={{ id: frame.id, name: frame.name, iconUrl, level: frame.level }}
				guilds={shell.guilds}
			>
				{children}
			</AppShell>
		</FormatProvider>
	);
}
