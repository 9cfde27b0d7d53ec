import { DiscordAPIError } from "@discordjs/rest";
import { GatewayCloseCodes } from "discord-api-types/v10";

/** For what Discord wants no second try: what `shards.refusal` says, and what somebody has to do about it. */
const advice = {
	token:
		"Discord refuses the bot's token. Set DISCORD_BOT_TOKEN to the one from Discord's developer portal (page Bot; Reset Token makes a new one), and start again.",
	shard:
		"Discord has no such shard. Give --shard-ids numbers from 0 on that are below --shards, and start again.",
	sharding:
		"The bot is in more servers than a shard may hold. Start with more shards (--shards, in every process the same), or without --shards: then it takes as many as Discord recommends.",
	version:
		"Discord no longer speaks this version of its gateway. Take a newer version of Guildhall, and look at DISCORD_API_URL if it is set.",
	intents: "Discord does not know the events that this version asks for. Take a newer version of Guildhall.",
	privileged:
		"Discord does not let the bot see members and messages. Switch on Server Members Intent and Message Content Intent in Discord's developer portal (page Bot, Privileged Gateway Intents), and start again. A bot in a hundred servers or more has to be verified and to apply for them there.",
} as const;

export type Refusal = keyof typeof advice;

const refusals: Readonly<Record<number, Refusal>> = {
	[GatewayCloseCodes.AuthenticationFailed]: "token",
	[GatewayCloseCodes.InvalidShard]: "shard",
	[GatewayCloseCodes.ShardingRequired]: "sharding",
	[GatewayCloseCodes.InvalidAPIVersion]: "version",
	[GatewayCloseCodes.InvalidIntents]: "intents",
	[GatewayCloseCodes.DisallowedIntents]: "privileged",
};

/** Why Discord closed a connection for good; undefined where it may be opened again. */
export function refusalOf(closeCode: number): Refusal | undefined {
	return refusals[closeCode];
}

/** Discord does not want this worker as it is started: somebody has to change something, trying again cannot help. */
export class RefusedByDiscord extends Error {
	readonly refusal: Refusal;

	/** @param shardId the shard that it was said to; absent where no shard was asked for yet */
	constructor(refusal: Refusal, shardId?: number) {
		super(`${shardId === undefined ? "" : `Shard ${shardId}: `}${advice[refusal]}`);
		this.name = "RefusedByDiscord";
		this.refusal = refusal;
	}
}

/** A refused token as what it is; anything else as it was thrown. */
export function asRefused(error: unknown): unknown {
	return error instanceof DiscordAPIError && error.status === 401 ? new RefusedByDiscord("token") : error;
}
