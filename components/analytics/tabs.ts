import { type Level, may, type Permission } from "@/lib/auth/permissions";

/** The pages of analytics, in the order of their tabs. */
export const analyticsTabs = [
	{ name: "activity", path: "", permission: "overview.read" },
	{ name: "growth", path: "/growth", permission: "overview.read" },
	{ name: "commands", path: "/commands", permission: "commands.read" },
	{ name: "voice", path: "/voice", permission: "overview.read" },
	{ name: "moderation", path: "/moderation", permission: "cases.read" },
	{ name: "support", path: "/support", permission: "support.read" },
	{ name: "health", path: "/health", permission: "overview.read" },
] as const satisfies readonly { name: string; path: string; permission: Permission }[];

export type AnalyticsTab = (typeof analyticsTabs)[number]["name"];

/** Those that a level may open. */
export function analyticsTabsFor(level: Level) {
	return analyticsTabs.filter(({ permission }) => may(level, permission));
}
