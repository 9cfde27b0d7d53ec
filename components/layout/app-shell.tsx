import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OverlayHost } from "@/components/layout/overlay-host";
import type { ShellGuild, ShellGuildLink, ShellUser } from "@/components/layout/shell-types";
import { Sidebar } from "@/components/layout/sidebar";
import { Topbar } from "@/components/layout/topbar";
import { cn } from "@/lib/cn";
import { preferenceCookies } from "@/lib/i18n/config";

type AppShellProps = {
	user: ShellUser;
	/** The server that is open; null on pages of the person (servers, account). */
	guild: ShellGuild | null;
	/** The servers to switch between. */
	guilds: ShellGuildLink[];
	children: ReactNode;
};

/** The frame of every page behind the sign-in: skip link, sidebar, bar on top, content up to 1,440 px. */
export async function AppShell({ user, guild, guilds, children }: AppShellProps) {
	const [t, jar] = await Promise.all([getTranslations("common"), cookies()]);
	const collapsed = jar.get(preferenceCookies.sidebar)?.value === "collapsed";
	return (
		<div id="shell" className="group/shell" data-sidebar={collapsed ? "collapsed" : "open"}>
			<a
				href="#content"
				className="sr-only z-50 rounded-md bg-accent-fill text-accent-on focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
			>
				{t("skipToContent")}
			</a>
			{guild ? <Sidebar guild={guild} guilds={guilds} /> : null}
			<div className={cn("flex min-h-dvh flex-col", guild && "md:ml-(--sidebar)")}>
				<Topbar user={user} guild={guild} />
				<main
					id="content"
					tabIndex={-1}
					className="w-full max-w-content flex-1 px-4 pb-16 outline-none lg:px-6"
				>
					{children}
				</main>
			</div>
			<OverlayHost guild={guild} guilds={guilds} />
		</div>
	);
}
