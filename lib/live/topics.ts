import type { Permission } from "@/lib/auth/permissions";

/**
 * What an open page can listen to, as the database's hints name it, and the permission that reading it needs: who
 * may not read a thing is not told when it happens either.
 */
export const topicPermissions = {
	cases: "cases.read",
	orders: "cases.read",
	audit: "audit.read",
	changes: "changes.read",
	executions: "commands.read",
	configuration: "config.read",
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof topicPermissions;

export const topics = Object.keys(topicPermissions) as [Topic, ...Topic[]];
