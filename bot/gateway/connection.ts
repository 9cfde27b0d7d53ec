import { once } from "node:events";
import { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { GatewayIntentBits, type GatewaySendPayload } from "discord-api-types/v10";
import type { Logger } from "pino";
import { receivedNow } from "@/bot/gateway/clock";
import { RefusedByDiscord, refusalOf } from "@/bot/gateway/refusal";
import type { Sessions } from "@/bot/gateway/sessions";
import type { ShardHealth } from "@/bot/gateway/shard-health";
import { PausableStrategy } from "@/bot/gateway/strategy";
import type { QueuedFrame } from "@/bot/gateway/stream";

/** Everything that a table is kept of. Members and message content have to be allowed in Discord's developer portal. */
const INTENTS =
	GatewayIntentBits.Guilds |
	GatewayIntentBits.GuildMembers |
	GatewayIntentBits.GuildModeration |
	GatewayIntentBits.GuildExpressions |
	GatewayIntentBits.GuildWebhooks |
	GatewayIntentBits.GuildInvites |
	GatewayIntentBits.GuildVoiceStates |
	GatewayIntentBits.GuildMessages |
	GatewayIntentBits.GuildMessageReactions |
	GatewayIntentBits.DirectMessages |
	GatewayIntentBits.DirectMessageReactions |
	GatewayIntentBits.MessageContent |
	GatewayIntentBits.GuildScheduledEvents;

/** Any code but 1000 and 1001, with which Discord would end the session. */
const RESUMABLE_CLOSE = 4200;

/** Larger guilds send their members in chunks, when asked. */
const LARGE_THRESHOLD = 250;

export type GatewaySettings = {
	token: string;
	/** With the version, as in DISCORD_API_URL. */
	apiUrl: string;
	/** null: as many as Discord recommends */
	shardCount: number | null;
	/** null: all of them */
	shardIds: number[] | null;
	sessions: Sessions;
	log: Logger;
	onFrame(frame: QueuedFrame): void;
	/** Is told how the connections are. */
	health: ShardHealth;
};

/** Discord's REST client for an address like `https://discord.com/api/v10`. */
export function restClient(apiUrl: string, token: string): REST {
	const [, api = apiUrl, version = "10"] = /^(.*)\/v(\d+)\/?$/.exec(apiUrl) ?? [];
	return new REST({ api, version }).setToken(token);
}

/** The shards' connections to Discord's gateway. */
export class Gateway {
	readonly #settings: GatewaySettings;
	readonly #manager: WebSocketManager;
	readonly #refusal = new AbortController();
	#strategy: PausableStrategy | undefined;
	#open: boolean;

	constructor(settings: GatewaySettings, rest: REST) {
		this.#open = false;
		this.#settings = settings;
		this.#manager = new WebSocketManager({
			token: settings.token,
			rest,
			intents: INTENTS,
			largeThreshold: LARGE_THRESHOLD,
			shardCount: settings.shardCount,
			shardIds: settings.shardIds,
			retrieveSessionInfo: (shardId) => settings.sessions.retrieve(shardId),
			updateSessionInfo: (shardId, info) => settings.sessions.update(shardId, info),
			buildStrategy: (manager) => {
				this.#strategy = new PausableStrategy(manager);
				return this.#strategy;
			},
		});
		this.#listen();
	}

	/** @throws what Discord answers where it cannot be asked */
	async shards(): Promise<{ ids: number[]; count: number }> {
		return { ids: await this.#manager.getShardIds(), count: await this.#manager.getShardCount() };
	}

	/** Aborted when Discord closes a connection for good, with {@link RefusedByDiscord} as the reason: the client tries no more. */
	get refusal(): AbortSignal {
		return this.#refusal.signal;
	}

	/** Resumes every session that is known and identifies the others; ends also where Discord refuses one for good. */
	async connect(): Promise<void> {
		this.#settings.sessions.keep(false);
		this.#open = true;
		await Promise.race([this.#manager.connect(), once(this.refusal, "abort")]);
	}

	/**
	 * Stops reading, or goes on; Discord keeps what it has to say for as long as the connection stands.
	 * @returns how many sockets were told
	 */
	pause(paused: boolean): number {
		return this.#strategy?.pause(paused) ?? 0;
	}

	/** Closes the connections in a way that leaves their sessions resumable. */
	async release(): Promise<void> {
		if (!this.#open) return;
		this.#open = false;
		this.#settings.sessions.keep(true);
		const closed = this.#manager.destroy({ code: RESUMABLE_CLOSE, reason: "The worker comes back" });
		// A socket that does not read would not see Discord's answer to the closing, and wait for it in vain.
		this.pause(false);
		await closed;
	}

	async send(shardId: number, payload: GatewaySendPayload): Promise<void> {
		await this.#manager.send(shardId, payload);
	}

	#listen(): void {
		const { sessions, log, onFrame } = this.#settings;
		this.#manager.on(WebSocketShardEvents.Dispatch, (payload, shardId) => {
			const session = sessions.of(shardId);
			if (!session) return;
			const { t, s: sequence, d } = payload;
			onFrame({ shardId, sequence, t, d, session, receivedAt: receivedNow() });
		});
		this.#listenForHealth();
		this.#manager.on(WebSocketShardEvents.Error, (error, shardId) =>
			log.error({ shardId, err: error }, "gateway error"),
		);
		this.#manager.on(WebSocketShardEvents.SocketError, (error, shardId) =>
			log.warn({ shardId, err: error }, "socket error"),
		);
	}

	#listenForHealth(): void {
		const { health, log } = this.#settings;
		this.#manager.on(WebSocketShardEvents.HeartbeatComplete, ({ ackAt, latency }, shardId) =>
			health.beat(shardId, ackAt, latency),
		);
		this.#manager.on(WebSocketShardEvents.Ready, (_, shardId) => {
			log.info({ shardId }, "new session");
			health.connected(shardId);
		});
		this.#manager.on(WebSocketShardEvents.Resumed, (shardId) => {
			log.info({ shardId }, "session resumed");
			health.connected(shardId);
		});
		this.#manager.on(WebSocketShardEvents.Closed, (code, shardId) => {
			log.warn({ shardId, code }, "connection closed");
			const refusal = refusalOf(code);
			if (refusal === undefined) {
				health.closed(shardId);
				return;
			}
			health.refused(shardId, refusal);
			this.#refusal.abort(new RefusedByDiscord(refusal, shardId));
		});
	}
}
