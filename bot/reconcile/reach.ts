import { DiscordAPIError, type REST, type RouteLike } from "@discordjs/rest";
import type { GatewaySendPayload } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { z } from "zod";
import type { Scope } from "@/bot/scope";

/** What reading Discord's state needs. */
export type Reach = {
	scope: Scope;
	rest: REST;
	log: Logger;
	applicationId: string;
	/** The bot's own user id. */
	botId: string;
	storeContent: boolean;
	/** `keyid:base64`, with which webhooks' tokens are encrypted; null: they are not kept. */
	sealingKey: string | null;
	/** Sends to the gateway over the connection of the guild's shard. */
	send(guildId: string, payload: GatewaySendPayload): Promise<void>;
	/** Ends the reading. */
	signal: AbortSignal;
};

type Query = Record<string, string | number | undefined>;

/**
 * Reads a route, queued by the client within Discord's limits.
 * @throws DiscordAPIError where Discord refuses, what the network says otherwise
 */
export function read({ rest, signal }: Reach, route: RouteLike, query: Query = {}): Promise<unknown> {
	const given = Object.entries(query).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, String(value)]],
	);
	return rest.get(route, { query: new URLSearchParams(given), signal });
}

/** Whether the bot may not read this, or it is gone: asking again is of no use. */
export function isRefusal(error: unknown): boolean {
	return (
		error instanceof DiscordAPIError && error.status < 500 && error.status !== 429 && error.status !== 401
	);
}

/** Those of a list that have the right shape; one that has not is nothing the others should wait for. */
export function wellFormed<S extends z.ZodType>(schema: S, list: unknown): z.infer<S>[] {
	if (!Array.isArray(list)) return [];
	return list.flatMap((item) => {
		const { success, data } = schema.safeParse(item);
		return success ? [data] : [];
	});
}
