import { NavLinks } from "@/components/layout/nav-links";
import { ServerSwitcher } from "@/components/layout/server-switcher";
import type { ShellGuild, ShellGuildLink } from "@/components/layout/shell-types";
import { SidebarToggle } from "@/components/layout/sidebar-toggle";

/**
 * The server switcher and the pages of the server. On a phone the same element is a popover that the menu button
 * opens, so that it needs no script of its own.
 */
export function Sidebar({ guild, guilds }: { guild: ShellGuild; guilds: ShellGuildLink[] }) {
	return (
		<aside
			id="sidebar"
			popover="auto"
			className="fixed inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-72 max-w-[85vw] flex-col border-0 border-border border-r bg-surface p-0 text-text md:flex md:w-(--sidebar) [&:popover-open]:flex"
		>
			<ServerSwitcher guild={guild} guilds={guilds} />
			<NavLinks guild={guild} />
			<div className="mt-auto hidden border-border border-t p-2 md:block">
				<SidebarToggle />
			</div>
		</aside>
	);
}
