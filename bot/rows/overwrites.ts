import { bulk, recordset } from "@/bot/rows/bulk";
import type { ChannelChanges } from "@/bot/rows/channels";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

export type Overwrite = { id: string; type: "role" | "member"; allow: string; deny: string };

const channel = { guild_id: "bigint", channel_id: "bigint", at: "timestamptz" } as const;

/** Only where the channel's row is as this batch wrote it: what is stored may be newer. */
const asWritten = `
	JOIN discord_channels c ON c.guild_id = s.guild_id AND c.id = s.channel_id AND c.observed_at = s.at`;

const drop = `
DELETE FROM discord_channel_permissions p
USING ${recordset({ ...channel, targets: "text[]" })} ${asWritten}
WHERE p.channel_id = s.channel_id AND p.permission_type || ':' || p.target_id <> ALL (s.targets)`;

const put = `
INSERT INTO discord_channel_permissions AS t (guild_id, channel_id, permission_type, target_id, allow, deny)
SELECT s.guild_id, s.channel_id, s.type, s.target_id, s.allow, s.deny
FROM ${recordset({ ...channel, type: "text", target_id: "bigint", allow: "bigint", deny: "bigint" })} ${asWritten}
ORDER BY s.channel_id, s.type, s.target_id
ON CONFLICT (channel_id, permission_type, target_id) DO UPDATE SET allow = excluded.allow, deny = excluded.deny
WHERE (t.allow, t.deny) IS DISTINCT FROM (excluded.allow, excluded.deny)`;

/** `discord_channel_permissions`: what channels grant and deny, beside their roles. */
export class OverwriteChanges implements Changes {
	readonly #channels: ChannelChanges;
	readonly #sets = new Map<string, { guildId: string; overwrites: readonly Overwrite[] }>();

	/** @param channels which are told of together with their overwrites */
	constructor(channels: ChannelChanges) {
		this.#channels = channels;
	}

	/** These are all overwrites of the channel. */
	set(guildId: string, channelId: string, overwrites: readonly Overwrite[]): void {
		this.#sets.set(channelId, { guildId, overwrites });
	}

	async write(db: Db): Promise<void> {
		const sets = [...this.#sets].map(([channelId, { guildId, overwrites }]) => ({
			channel: { guild_id: guildId, channel_id: channelId, at: this.#channels.lastTold(channelId) },
			// Discord has been seen to send one twice.
			overwrites: [...new Map(overwrites.map((one) => [`${one.type}:${one.id}`, one])).entries()],
		}));
		await bulk(
			db,
			drop,
			sets.map(({ channel, overwrites }) => ({ ...channel, targets: overwrites.map(([name]) => name) })),
		);
		const rows = sets.flatMap(({ channel, overwrites }) =>
			overwrites.map(([, { id, type, allow, deny }]) => ({ ...channel, target_id: id, type, allow, deny })),
		);
		await bulk(db, put, rows);
	}
}
