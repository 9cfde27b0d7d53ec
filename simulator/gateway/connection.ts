import type { Duplex } from "node:stream";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import type { RawData, WebSocket } from "ws";
import { fewMembers } from "../shapes/guild-create";
import type { ClientSettings } from "../state";
import { memberChunks } from "./chunks";
import { type ClientFrame, clientFrame, type Identify, type MemberRequest, type Resume } from "./frames";
import { type Gateway, sendOpcode } from "./gateway";
import { knownIntents } from "./intents";
import { Line } from "./line";
import { welcome } from "./ready";
import type { Session } from "./session";

/** One WebSocket, from hello to close. */
export class Connection {
	readonly #gateway: Gateway;
	readonly #client: ClientSettings;
	readonly #socket: WebSocket;
	readonly #line: Line;
	#session: Session | undefined;

	/** @param stream below the socket */
	constructor(gateway: Gateway, client: ClientSettings, socket: WebSocket, stream: Duplex) {
		this.#gateway = gateway;
		this.#client = client;
		this.#socket = socket;
		this.#line = new Line(socket, stream);
		stream.on("drain", () => this.#session?.flush());
		socket.on("message", (data) => this.#take(data));
		socket.on("close", (code) => this.#closed(code));
		socket.on("error", () => socket.terminate());
		sendOpcode(socket, GatewayOpcodes.Hello, {
			heartbeat_interval: gateway.settings.heartbeatInterval,
			_trace: ["simulator"],
		});
	}

	#take(data: RawData): void {
		const frame = readFrame(data);
		if (typeof frame === "number") this.#socket.close(frame);
		else this.#answer(frame);
	}

	#answer(frame: ClientFrame): void {
		switch (frame.op) {
			case GatewayOpcodes.Heartbeat:
				sendOpcode(this.#socket, GatewayOpcodes.HeartbeatAck, null);
				break;
			case GatewayOpcodes.Identify:
				this.#identify(frame.d);
				break;
			case GatewayOpcodes.Resume:
				this.#resume(frame.d);
				break;
			case GatewayOpcodes.RequestGuildMembers:
				this.#members(frame.d);
				break;
			default:
				if (!this.#session) this.#socket.close(GatewayCloseCodes.NotAuthenticated);
		}
	}

	#identify(identify: Identify): void {
		const refusal = this.#session
			? GatewayCloseCodes.AlreadyAuthenticated
			: refuse(identify, this.#gateway, this.#client);
		if (refusal !== undefined) {
			this.#socket.close(refusal);
			return;
		}
		const { intents, shard = [0, 1], large_threshold: largeThreshold = fewMembers } = identify;
		this.#session = this.#gateway.open({ intents, shard, largeThreshold });
		this.#session.attach(this.#line, 0);
		welcome(this.#gateway, this.#session, this.#client.clientId);
	}

	#resume({ token, session_id: sessionId, seq }: Resume): void {
		const session = this.#gateway.find(sessionId);
		const refusal = this.#refuseResume(token, session, seq);
		if (refusal !== undefined) {
			this.#socket.close(refusal);
		} else if (session?.canResumeFrom(seq)) {
			const older = session.socket;
			this.#session = session;
			session.attach(this.#line, seq);
			older?.terminate();
			session.push("RESUMED", JSON.stringify({ _trace: ["simulator"] }), true);
		} else {
			if (session) this.#gateway.forget(session);
			sendOpcode(this.#socket, GatewayOpcodes.InvalidSession, false);
		}
	}

	#refuseResume(token: string, session: Session | undefined, seq: number): number | undefined {
		if (this.#session) return GatewayCloseCodes.AlreadyAuthenticated;
		if (token !== this.#client.botToken) return GatewayCloseCodes.AuthenticationFailed;
		return session && seq > session.sequence ? GatewayCloseCodes.InvalidSeq : undefined;
	}

	#members(request: MemberRequest): void {
		const session = this.#session;
		if (!session) {
			this.#socket.close(GatewayCloseCodes.NotAuthenticated);
			return;
		}
		const { shard, intents } = session.settings;
		const guild = this.#gateway.guildsOf(shard).find(({ id }) => id === request.guild_id);
		const everybody = request.user_ids === undefined && !request.query;
		if (!guild || (everybody && (intents & GatewayIntentBits.GuildMembers) === 0)) return;
		for (const chunk of memberChunks(guild, request))
			session.push("GUILD_MEMBERS_CHUNK", JSON.stringify(chunk));
	}

	/** A client that says goodbye with 1000 or 1001 ends its session, as at Discord; any other end can be resumed. */
	#closed(code: number): void {
		const session = this.#session;
		if (session?.socket !== this.#socket) return;
		session.detach(this.#gateway.core.now());
		if (code === 1000 || code === 1001) this.#gateway.forget(session);
	}
}

function readFrame(data: RawData): ClientFrame | number {
	let json: unknown;
	try {
		json = JSON.parse(data.toString());
	} catch {
		return GatewayCloseCodes.DecodeError;
	}
	const parsed = clientFrame.safeParse(json);
	if (parsed.success) return parsed.data;
	const opcodes: unknown[] = [1, 2, 3, 4, 6, 8];
	const known = typeof json === "object" && json !== null && "op" in json && opcodes.includes(json.op);
	return known ? GatewayCloseCodes.DecodeError : GatewayCloseCodes.UnknownOpcode;
}

/** The close code for an identify that Discord would not take. */
function refuse(identify: Identify, gateway: Gateway, client: ClientSettings): number | undefined {
	const { token, intents, shard = [0, 1] } = identify;
	if (token !== client.botToken) return GatewayCloseCodes.AuthenticationFailed;
	if (shard[0] < 0 || shard[1] < 1 || shard[0] >= shard[1]) return GatewayCloseCodes.InvalidShard;
	if (intents < 0 || (intents & ~knownIntents) !== 0) return GatewayCloseCodes.InvalidIntents;
	if ((intents & ~gateway.settings.allowedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
	const crowded = gateway.guildsOf([shard[0], shard[1]]).length > gateway.settings.guildsPerShard;
	return crowded ? GatewayCloseCodes.ShardingRequired : undefined;
}
