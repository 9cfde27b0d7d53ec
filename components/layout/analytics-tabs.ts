import { type Level, may, type Permission } from "@/lib/auth/permissions";

/** The pages of analytics, in the order of their tabs: the key of each in `nav.analytics`, and its path below a server. */
export const analyticsTabs = [
	{ name: "activity", path: "/analytics", permission: "overview.read" },
	{ name: "growth", path: "/analytics/growth", permission: "overview.read" },
	{ name: "commands", path: "/analytics/commands", permission: "commands.read" },
	{ name: "voice", path: "/analytics/voice", permission: "overview.read" },
	{ name: "moderation", path: "/analytics/moderation", permission: "cases.read" },
	{ name: "support", path: "/analytics/support", permission: "support.read" },
	{ name: "health", path: "/analytics/health", permission: "overview.read" },
] as const satisfies readonly { name: string; path: string; permission: Permission }[];

export type AnalyticsTab = (typeof analyticsTabs)[number]["name"];

/** Those that a level may open. */
export function analyticsTabsFor(level: Level) {
	return analyticsTabs.filter(({ permission }) => may(level, permission));
}
