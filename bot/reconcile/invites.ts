import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { invite, tellInvite } from "@/bot/events/invites";
import { receivedNow } from "@/bot/gateway/clock";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** Discord's API names the channel itself, where the event names its id. */
const listed = z.looseObject({ channel: z.object({ id: snowflake }) }).transform((value, context) => {
	const { success, data } = invite.safeParse({ ...value, channel_id: value.channel.id });
	if (success) return data;
	context.addIssue("is no invite");
	return z.NEVER;
});

/** Reads the invites that stand; others are revoked. @returns how many do */
export async function readInvites(reach: Reach, guildId: string): Promise<number> {
	const at = receivedNow();
	const invites = wellFormed(listed, await read(reach, Routes.guildInvites(guildId)));
	await tell(reach.scope, guildId, (tables) => {
		for (const one of invites) tellInvite(tables, { ...one, guild_id: guildId }, at);
		tables.invites.complete(
			guildId,
			at,
			invites.map(({ code }) => code),
		);
	});
	return invites.length;
}
