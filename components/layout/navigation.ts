import {
	Bot,
	ChartNoAxesCombined,
	FileClock,
	Gavel,
	Hash,
	KeyRound,
	LayoutDashboard,
	type LucideIcon,
	MessagesSquare,
	ScanSearch,
	Settings2,
	Shield,
	Users,
} from "lucide-react";
import { type Level, may, type Permission } from "@/lib/auth/permissions";

export type NavigationPage = {
	/** Message key in `nav.pages`. */
	name: string;
	/** Below `/guilds/<id>`; empty for the overview. */
	path: string;
	permission: Permission;
	icon: LucideIcon;
	/** The second key of the shortcut `g …`. */
	key: string;
	/** Other addresses that belong to it. */
	also?: readonly string[];
};

export type NavigationGroup = {
	/** Message key in `nav.groups`. */
	name: string;
	pages: readonly NavigationPage[];
};

/** Every page of a server that has an entry, in the order of the sidebar. */
export const navigation: readonly NavigationGroup[] = [
	{
		name: "insight",
		pages: [
			{ name: "overview", path: "", permission: "overview.read", icon: LayoutDashboard, key: "o" },
			{
				name: "analytics",
				path: "/analytics",
				permission: "overview.read",
				icon: ChartNoAxesCombined,
				key: "n",
				also: ["/report"],
			},
			{ name: "explore", path: "/explore", permission: "overview.read", icon: ScanSearch, key: "e" },
		],
	},
	{
		name: "community",
		pages: [
			{ name: "members", path: "/members", permission: "members.read", icon: Users, key: "m" },
			{ name: "roles", path: "/roles", permission: "roles.read", icon: Shield, key: "r" },
			{ name: "channels", path: "/channels", permission: "channels.read", icon: Hash, key: "h" },
			{ name: "messages", path: "/messages", permission: "messages.read", icon: MessagesSquare, key: "s" },
		],
	},
	{
		name: "moderation",
		pages: [{ name: "cases", path: "/cases", permission: "cases.read", icon: Gavel, key: "c" }],
	},
	{
		name: "bot",
		pages: [
			{ name: "commands", path: "/commands", permission: "commands.read", icon: Bot, key: "x" },
			{
				name: "configuration",
				path: "/configuration",
				permission: "config.read",
				icon: Settings2,
				key: "f",
			},
		],
	},
	{
		name: "admin",
		pages: [
			{ name: "access", path: "/access", permission: "access.read", icon: KeyRound, key: "a" },
			{ name: "audit", path: "/audit", permission: "audit.read", icon: FileClock, key: "u" },
		],
	},
];

/** The entries that a level may open; groups without any are left out, not shown as disabled. */
export function navigationFor(level: Level): NavigationGroup[] {
	return navigation
		.map((group) => ({ ...group, pages: group.pages.filter((page) => may(level, page.permission)) }))
		.filter((group) => group.pages.length > 0);
}

/** Where an entry leads in a server. */
export function pageHref(guildId: string, page: Pick<NavigationPage, "path">): string {
	return `/guilds/${guildId}${page.path}`;
}

/** The entry that an address belongs to; the overview only for its own address. */
export function pageAt(guildId: string, pathname: string): NavigationPage | undefined {
	const below = pathname.slice(`/guilds/${guildId}`.length);
	return navigation
		.flatMap((group) => group.pages)
		.find(({ path, also = [] }) =>
			path === "" ? below === "" : [path, ...also].some((each) => `${below}/`.startsWith(`${each}/`)),
		);
}
