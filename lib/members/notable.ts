import type { PermissionName } from "@/lib/discord/permissions";

/** The permissions worth knowing at a glance, the most powerful first. */
export const notablePermissions = [
	"ADMINISTRATOR",
	"MANAGE_GUILD",
	"MANAGE_ROLES",
	"MANAGE_CHANNELS",
	"BAN_MEMBERS",
	"KICK_MEMBERS",
	"MODERATE_MEMBERS",
	"MANAGE_MESSAGES",
	"MANAGE_WEBHOOKS",
	"MENTION_EVERYONE",
	"VIEW_AUDIT_LOG",
] as const satisfies readonly PermissionName[];
