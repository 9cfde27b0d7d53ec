import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "@/bot/events/decode";
import { tellUser, user } from "@/bot/events/decode-user";
import { receivedNow } from "@/bot/gateway/clock";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import type { Webhook } from "@/bot/rows/webhooks";
import { snowflake } from "@/lib/discord/snowflake-schema";
import { wordOf } from "@/lib/discord/word-of";
import { namedKey, sealWith } from "@/lib/sealing";

const kinds: Partial<Record<number, string>> = { 1: "incoming", 2: "channel_follower", 3: "application" };

const webhook = z.object({
	id: snowflake,
	type: z.int().min(0),
	channel_id: snowflake,
	name: text.nullish(),
	avatar: text.nullish(),
	token: text.nullish(),
	application_id: snowflake.nullish(),
	user: user.nullish(),
	source_guild: z.object({ id: snowflake }).nullish(),
	source_channel: z.object({ id: snowflake }).nullish(),
});
type Told = z.infer<typeof webhook>;

/** Reads the webhooks of a guild, or of one of its channels; others are gone. @returns how many there are */
export async function readWebhooks(reach: Reach, guildId: string, channelId: string | null): Promise<number> {
	const at = receivedNow();
	const route = channelId === null ? Routes.guildWebhooks(guildId) : Routes.channelWebhooks(channelId);
	const webhooks = wellFormed(webhook, await read(reach, route));
	await tell(reach.scope, guildId, (tables) => {
		for (const { user: person } of webhooks) if (person) tellUser(tables, person, at);
		tables.webhooks.list(
			guildId,
			channelId,
			at,
			webhooks.map((told) => rowOf(told, reach)),
		);
	});
	return webhooks.length;
}

/** Whoever has a webhook's token can write in its channel: it is stored encrypted or not at all. */
function rowOf(told: Told, { sealingKey, applicationId }: Reach): Webhook {
	const { token, user: creator, source_guild: guild, source_channel: channel } = told;
	const sealed = token && sealingKey !== null ? sealWith(sealingKey, token) : null;
	return {
		...{ id: told.id, channel_id: told.channel_id, name: told.name ?? null, avatar: told.avatar ?? null },
		webhook_type: wordOf(kinds, told.type),
		token: sealed,
		token_key_id: sealed === null || sealingKey === null ? null : namedKey(sealingKey).id,
		application_id: told.application_id ?? null,
		creator_id: creator?.id ?? null,
		source_guild_id: guild?.id ?? null,
		source_channel_id: channel?.id ?? null,
		created_by_bot: told.application_id === applicationId,
	};
}
