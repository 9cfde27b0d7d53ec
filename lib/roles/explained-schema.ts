import { z } from "zod";
import { permissionNames } from "@/lib/discord/permissions";

const reason = z.object({
	source: z.enum([
		"owner",
		"administrator",
		"everyone",
		"role",
		"overwrite-everyone",
		"overwrite-role",
		"overwrite-member",
		"timeout",
		"implicit",
	]),
	/** The role or member it comes from. */
	id: z.string().optional(),
	effect: z.enum(["allow", "deny"]),
	/** For `implicit`: the permission whose absence takes this one away. */
	missing: z.enum(permissionNames).optional(),
});

/** Every permission with whether it is there and why; the last reason decides. */
export const explainedPermissions = z.object({
	channel: z.object({ id: z.string(), name: z.string(), type: z.string() }).nullable(),
	/** Names of the roles that reasons point at. */
	roleNames: z.record(z.string(), z.string()),
	verdicts: z.record(z.enum(permissionNames), z.object({ allowed: z.boolean(), because: z.array(reason) })),
});
