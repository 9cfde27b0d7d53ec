import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { onShards, type Shards } from "@/bot/reconcile/wanted";
import { readWebhooks } from "@/bot/reconcile/webhooks";
import { momentText } from "@/bot/rows/moment-text";

type Change = { guildId: string; channelId: string; at: string };

const changes = `
SELECT c.guild_id::text AS "guildId", c.channel_id::text AS "channelId", ${momentText("c.changed_at")} AS at
FROM gateway_webhook_changes c JOIN discord_guilds g ON g.id = c.guild_id
WHERE g.bot_active AND ${onShards}
ORDER BY c.changed_at, c.channel_id`;

/** Where they changed once more meanwhile, they are read once more. */
const forget = `
DELETE FROM gateway_webhook_changes WHERE guild_id = $1 AND channel_id = $2 AND changed_at <= $3::timestamptz`;

/**
 * Reads the webhooks of the channels of these shards where Discord said that they changed; what the bot may not read is
 * passed over. @throws what keeps it from reading; those left are read next time
 */
export async function readWebhookChanges(reach: Reach, { ids, count }: Shards): Promise<void> {
	for (const { guildId, channelId, at } of await reach.scope.rows<Change>(changes, [count, ids])) {
		try {
			await readWebhooks(reach, guildId, channelId);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
		await reach.scope.rows(forget, [guildId, channelId, at]);
	}
}
