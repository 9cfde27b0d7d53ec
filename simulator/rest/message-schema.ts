import { z } from "zod";

const snowflake = z.string().regex(/^\d{1,20}$/);
const embed = z.looseObject({
	fields: z
		.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().optional() }))
		.optional(),
});
export type Embed = z.infer<typeof embed>;

/** What a message is made of, or changed to. */
export const messageBody = z.object({
	content: z.string().max(2000).nullish(),
	embeds: z.array(embed).max(10).nullish(),
	components: z
		.array(z.looseObject({ type: z.number().int() }))
		.max(40)
		.nullish(),
	sticker_ids: z.array(snowflake).max(3).nullish(),
	flags: z.number().int().nullish(),
	tts: z.boolean().nullish(),
	nonce: z.union([z.string().max(25), z.number().int()]).nullish(),
	enforce_nonce: z.boolean().nullish(),
	message_reference: z
		.looseObject({ message_id: snowflake, fail_if_not_exists: z.boolean().nullish() })
		.nullish(),
	allowed_mentions: z.looseObject({}).nullish(),
	attachments: z.array(z.looseObject({})).max(10).nullish(),
});
export type MessageBody = z.infer<typeof messageBody>;

/** Which messages go at once. */
export const bulkBody = z.object({ messages: z.array(snowflake).min(2).max(100) });
