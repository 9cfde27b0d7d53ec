import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";

export const roleParams = z.object({ roleId: snowflake });

export const rolePermissionsQuery = z.strictObject({ channel: snowflake.optional() });

export const roleItem = z.object({
	id: z.string(),
	name: z.string(),
	/** RGB as Discord stores it; 0 is none. */
	colour: z.number(),
	/** Higher ranks above; @everyone is 0. */
	position: z.number(),
	/** How many present members hold it; for @everyone all of them. */
	members: z.number(),
	/** Its members are listed apart. */
	isHoisted: z.boolean(),
	/** Belongs to a bot or an integration. */
	isManaged: z.boolean(),
	isMentionable: z.boolean(),
	/** The bit field as decimal text: it outgrows a JSON number. */
	permissions: z.string(),
});
export type RoleItem = z.infer<typeof roleItem>;

export const roleList = z.object({ items: z.array(roleItem) });

export const roleViews = ["hierarchy", "matrix", "compare"] as const;
export type RoleView = (typeof roleViews)[number];

/** What the page's address says; `compare` names two roles, `role` the one whose permissions a phone lists. */
export const rolesPageSearch = z.strictObject({
	view: z.enum(roleViews).optional(),
	compare: z
		.string()
		.regex(/^\d{0,19},\d{0,19}$/)
		.optional(),
	role: snowflake.optional(),
});
