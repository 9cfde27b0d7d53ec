import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { memberListItem } from "./schema";

export const memberParams = z.object({ userId: snowflake });

export const memberPermissionsQuery = z.strictObject({ channel: snowflake.optional() });

export const memberProfile = memberListItem.extend({
	nick: z.string().nullable(),
	displayName: z.string().nullable(),
	isOwner: z.boolean(),
	/** Has not passed the server's screening yet. */
	isPending: z.boolean(),
	xp: z.number().nullable(),
	/** When the Discord account was made. */
	createdAt: z.string(),
});
export type MemberProfile = z.infer<typeof memberProfile>;

export const memberTabs = ["permissions", "record", "commands", "messages", "activity"] as const;
export type MemberTab = (typeof memberTabs)[number];

/** What a profile's address says: which part is open, and for which channel permissions are explained. */
export const memberPageSearch = z.strictObject({
	tab: z.enum(memberTabs).optional(),
	channel: snowflake.optional(),
});
