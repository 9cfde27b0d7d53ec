import { z } from "zod";
import { int2, int4, time, flag as truth, text as words } from "@/bot/events/decode";
import { membership, user } from "@/bot/events/decode-user";
import { snowflake as id } from "@/lib/discord/snowflake-schema";

const text = words.nullish();
const whole = int4.nullish();
const flag = truth.nullish();
const mentioned = user.extend({ member: membership.nullish().catch(null) });

const attachment = z.looseObject({
	id,
	filename: z.string(),
	description: text,
	content_type: text,
	size: z.number().int().min(0),
	url: z.string(),
	proxy_url: text,
	height: whole,
	width: whole,
	duration_secs: z.number().nullish(),
	ephemeral: flag,
	flags: whole,
});

const media = z.looseObject({ url: text, proxy_url: text, height: whole, width: whole }).nullish();

const embed = z.looseObject({
	title: text,
	type: text,
	description: text,
	url: text,
	timestamp: time.nullish().catch(null),
	color: whole,
	footer: z.looseObject({ text, icon_url: text }).nullish(),
	image: media,
	thumbnail: media,
	video: media,
	provider: z.looseObject({ name: text, url: text }).nullish(),
	author: z.looseObject({ name: text, url: text, icon_url: text }).nullish(),
	fields: z.array(z.looseObject({ name: text, value: text, inline: flag })).nullish(),
});

const emoji = z.object({ id: id.nullish(), name: text, animated: flag });

const interaction = z.object({ id, type: int2.nullish(), name: text, user: user.nullish() });

const reference = z.looseObject({ message_id: id.nullish() });

const reaction = z.looseObject({
	count: z.number().int(),
	count_details: z.looseObject({ burst: z.number().int() }).nullish().catch(null),
	emoji,
});

/** Every field of a message that is stored; Discord leaves out of an update what did not change. */
const body = {
	id,
	channel_id: id,
	guild_id: id.nullish(),
	author: user.nullish(),
	member: membership.nullish(),
	content: text,
	timestamp: time.nullish(),
	edited_timestamp: time.nullish(),
	type: z.number().int().min(0).nullish(),
	flags: whole,
	tts: flag,
	mention_everyone: flag,
	pinned: flag,
	webhook_id: id.nullish(),
	application_id: id.nullish(),
	nonce: z.union([z.string(), z.number()]).nullish(),
	mentions: z.array(mentioned).nullish(),
	mention_roles: z.array(id).nullish(),
	attachments: z.array(attachment).nullish(),
	embeds: z.array(embed).nullish(),
	components: z.array(z.looseObject({ type: z.number().int() })).nullish(),
	sticker_items: z.array(z.looseObject({ id, name: text, format_type: whole })).nullish(),
	message_reference: reference.nullish(),
	message_snapshots: z.array(z.looseObject({})).nullish(),
	interaction_metadata: interaction.nullish(),
	interaction: interaction.nullish(),
	thread: z.looseObject({ id }).nullish(),
	activity: z.looseObject({}).nullish(),
	application: z.looseObject({}).nullish(),
	poll: z.looseObject({}).nullish(),
	call: z.looseObject({ ended_timestamp: time.nullish() }).nullish(),
	reactions: z.array(reaction).nullish(),
};

export const messageUpdate = z.object(body);
export const messageCreate = z.object({ ...body, author: user, timestamp: time });
export type MessagePayload = z.infer<typeof messageUpdate>;
