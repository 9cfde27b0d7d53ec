import { GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Core } from "../state/core";
import type { Dispatch } from "../state/stream";
import type { LivingGuild } from "../state/types";
import { hears, isSecret, knownIntents, withoutContent } from "./intents";
import type { GatewayKnob } from "./knobs";
import { Session, type SessionSettings } from "./session";

export type GatewaySettings = {
	/** Milliseconds between heartbeats. */
	heartbeatInterval: number;
	/** How many events a session keeps for a resume. */
	bufferSize: number;
	/** Milliseconds that a session outlives its connection. */
	sessionLifetime: number;
	/** Which intents the application may use; privileged ones are taken away here. */
	allowedIntents: number;
	/** From how many guilds a shard may hold. */
	guildsPerShard: number;
};

export const gatewayDefaults: GatewaySettings = {
	heartbeatInterval: 41_250,
	bufferSize: 50_000,
	sessionLifetime: 180_000,
	allowedIntents: knownIntents,
	guildsPerShard: 2_500,
};

/** The sessions of the bot, and which of them hears what. */
export class Gateway {
	readonly core: Core;
	readonly settings: GatewaySettings;
	/** The address clients connect to; known once the server listens. */
	url = "";
	readonly #sessions = new Map<string, Session>();
	#paused = false;

	constructor(core: Core, settings: Partial<GatewaySettings>) {
		this.core = core;
		this.settings = { ...gatewayDefaults, ...settings };
		core.stream.listen((dispatch) => this.#spread(dispatch));
	}

	get sessions(): Iterable<Session> {
		return this.#sessions.values();
	}

	/** How many events wait in the session that is furthest behind; connections that are gone count. */
	backlog(): number {
		let most = 0;
		for (const session of this.#sessions.values()) most = Math.max(most, session.waiting);
		return most;
	}

	/** The guilds of a shard that the bot is in. */
	guildsOf([shard, count]: readonly [id: number, count: number]): LivingGuild[] {
		return [...this.core.guilds.values()].filter(
			(guild) => this.core.hears(guild) && shardOf(guild.id, count) === shard,
		);
	}

	open(settings: SessionSettings): Session {
		const session = new Session(settings, this.settings.bufferSize);
		session.pause(this.#paused);
		this.#sessions.set(session.id, session);
		return session;
	}

	/** A session that may still resume. */
	find(sessionId: string): Session | undefined {
		const session = this.#sessions.get(sessionId);
		if (!session || !this.#isOver(session)) return session;
		this.#sessions.delete(sessionId);
		return undefined;
	}

	forget(session: Session): void {
		this.#sessions.delete(session.id);
	}

	/** Ends all connections and forgets all sessions. */
	clear(code = 1001): void {
		for (const session of this.#sessions.values()) session.socket?.close(code);
		this.#sessions.clear();
		this.#paused = false;
	}

	/** Does what a test asked for, to the sessions of one shard or of all. */
	turn(knob: GatewayKnob): void {
		if (knob.kind === "gateway_pause") this.#paused = knob.paused;
		for (const session of [...this.#sessions.values()]) {
			if (knob.shard === undefined || session.settings.shard[0] === knob.shard) this.#turnOne(session, knob);
		}
	}

	#turnOne(session: Session, knob: GatewayKnob): void {
		const { socket } = session;
		switch (knob.kind) {
			case "gateway_drop":
				socket?.terminate();
				session.detach(this.core.now());
				break;
			case "gateway_close":
				socket?.close(knob.code);
				break;
			case "gateway_reconnect":
				if (socket) sendOpcode(socket, GatewayOpcodes.Reconnect, null);
				break;
			case "invalid_session":
				if (!knob.resumable) this.forget(session);
				if (socket) sendOpcode(socket, GatewayOpcodes.InvalidSession, knob.resumable);
				break;
			case "gateway_pause":
				session.pause(knob.paused);
		}
	}

	#spread(dispatch: Dispatch): void {
		let whole: string | undefined;
		let reduced: string | undefined;
		for (const session of this.#sessions.values()) {
			if (this.#isOver(session)) {
				this.forget(session);
				continue;
			}
			if (!concerns(session, dispatch)) continue;
			const hidden =
				(session.settings.intents & GatewayIntentBits.MessageContent) === 0 &&
				isSecret(dispatch, this.core.botId);
			if (hidden) reduced ??= JSON.stringify(withoutContent(dispatch.data as object));
			else whole ??= JSON.stringify(dispatch.data ?? null);
			const kept = session.push(dispatch.name, (hidden ? reduced : whole) ?? "null");
			if (!kept) this.#lose(session);
		}
	}

	/** A connection that cannot keep up is closed and cannot resume. */
	#lose(session: Session): void {
		this.forget(session);
		session.socket?.close(4008);
	}

	#isOver({ detachedAt }: Session): boolean {
		return detachedAt !== null && this.core.now() - detachedAt > this.settings.sessionLifetime;
	}
}

/** Which shard a guild belongs to. */
export const shardOf = (guildId: string, count: number): number =>
	Number((BigInt(guildId) >> 22n) % BigInt(count));

/** Direct messages go to the first shard. */
function concerns({ settings: { shard, intents } }: Session, dispatch: Dispatch): boolean {
	const own = dispatch.guildId === null ? 0 : shardOf(dispatch.guildId, shard[1]);
	return own === shard[0] && hears(intents, dispatch);
}

/** Sends a frame that is not an event. */
export function sendOpcode(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
	socket.send(JSON.stringify({ t: null, s: null, op, d }));
}
