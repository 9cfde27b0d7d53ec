import { z } from "zod";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { person } from "@/lib/guilds/schema";

/** One reason for which a person may use the dashboard. */
export const accessSource = z.object({
	kind: z.enum(["discord", "grant", "operator", "role"]),
	level: z.number(),
	/** When Discord last said so; for `discord` only. */
	checkedAt: z.string().nullable(),
	/** The end of a grant or an operator's visit; it may be over. */
	expiresAt: z.string().nullable(),
	isOver: z.boolean(),
	grantedBy: person.nullable(),
	reason: z.string().nullable(),
	/** The role that gives the level; for `role` only. */
	role: z.object({ id: z.string(), name: z.string(), colour: z.number() }).nullable(),
});
export type AccessSource = z.infer<typeof accessSource>;

export const accessPerson = z.object({
	person,
	/** The highest of the sources that are not over; 0 when all are. */
	level: z.number(),
	sources: z.array(accessSource),
});
export type AccessPerson = z.infer<typeof accessPerson>;

export const accessRole = z.object({
	id: z.string(),
	name: z.string(),
	colour: z.number(),
	isDeleted: z.boolean(),
	level: z.number(),
	/** Members who hold it now. */
	holders: z.number(),
});
export type AccessRole = z.infer<typeof accessRole>;

/** Who may use the dashboard: people with a reason of their own, and the roles that give a level. */
export const access = z.object({ people: z.array(accessPerson), roles: z.array(accessRole) });
export type Access = z.infer<typeof access>;

/** The highest level that a grant can give; only Discord makes an owner. */
export const highestGrant = 6;

const level = z.number().int().min(1).max(highestGrant);
const reason = z.string().trim().min(3).max(500);
const end = z.iso.datetime().nullable();

export const grantAccessBody = z.strictObject({ userId: snowflake, level, expiresAt: end, reason });
export type GrantAccess = z.infer<typeof grantAccessBody>;

export const changeGrantBody = z.strictObject({ level, expiresAt: end, reason });
export type ChangeGrant = z.infer<typeof changeGrantBody>;

export const grantParams = z.strictObject({ userId: snowflake });
