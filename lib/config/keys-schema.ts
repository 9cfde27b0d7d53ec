import { z } from "zod";
import { person } from "@/lib/guilds/schema";
import { isStorableJson, keyLimits } from "./key-json";
import { limits } from "./schema";

export const dynamicKeyName = z
	.string()
	.max(keyLimits.key)
	.regex(/^[a-z][a-z0-9_.]*$/);

/** A setting that no form knows: a name of the bot's choosing and a JSON value. */
export const dynamicKey = z.object({
	key: z.string(),
	/** The value as JSON text, laid out to read: its numbers may be longer than JavaScript can hold. */
	json: z.string(),
	description: z.string().nullable(),
	updatedAt: z.string(),
	updatedBy: person.nullable(),
});
export type DynamicKey = z.infer<typeof dynamicKey>;

export const dynamicKeys = z.object({
	/** The revision of the server's settings that these keys belong to; 0 while nobody has saved anything. */
	revision: z.number(),
	keys: z.array(dynamicKey),
});
export type DynamicKeys = z.infer<typeof dynamicKeys>;

export const keyParams = z.strictObject({ key: dynamicKeyName });

const note = z.string().trim().max(limits.note).optional();

export const saveKey = z.strictObject({
	/** The revision that the change was made to. */
	revision: z.number().int().min(0),
	json: z.string().refine(isStorableJson),
	description: z.string().trim().max(keyLimits.description).nullable(),
	note,
});
export type SaveKey = z.infer<typeof saveKey>;

export const removeKeyQuery = z.strictObject({ revision: z.coerce.number().int().min(0), note });
export type RemoveKey = z.infer<typeof removeKeyQuery>;

/** What a refused save receives: the current key, or that it is gone. */
export const keyClash = z.object({ revision: z.number(), key: dynamicKey.nullable() });
export type KeyClash = z.infer<typeof keyClash>;

/** A dynamic key as a revision keeps it; null where there was or is none. */
export const keyEntry = z.object({ json: z.string(), description: z.string().nullable() }).nullable();

/** What the page's URL can ask for: a revision whose change to a key is to be undone. */
export const keysSearch = z.strictObject({ undo: z.coerce.number().int().min(1).optional() });
