import type { APIUser } from "discord-api-types/v10";
import type { SimulatorState } from "@/simulator/state";
import type { Dispatch, Dispatches } from "@/simulator/state/stream";
import type { LivingInvite, LivingScheduledEvent } from "@/simulator/state/types";

/** One stay in a voice channel. */
export type Stay = { userId: string; channelId: string; open: boolean };

type Named = { id?: string; role_id?: string; code?: string; parent_id?: string };

/** What a guild was told of and has no more, which its state therefore does not show. */
export class History {
	readonly departed = new Map<string, APIUser>();
	readonly deletedChannels = new Set<string>();
	readonly deletedRoles = new Set<string>();
	readonly unbanned = new Set<string>();
	/** Every event that was planned, as it was last; `deleted` ones were called off. */
	readonly events = new Map<string, { event: LivingScheduledEvent; deleted: boolean }>();
	readonly revoked = new Map<string, LivingInvite>();
	/** By person, oldest first. */
	readonly stays = new Map<string, Stay[]>();
	readonly #state: SimulatorState;
	readonly #guildId: string;
	readonly #invites: Map<string, LivingInvite>;
	/** The channel of each thread that ever was. */
	readonly #threads = new Map<string, string>();
	readonly #stop: () => void;

	constructor(state: SimulatorState, guildId: string) {
		this.#state = state;
		this.#guildId = guildId;
		const guild = state.core.guild(guildId);
		this.#invites = new Map(guild.invites);
		for (const [id, event] of guild.events) this.events.set(id, { event, deleted: false });
		for (const { fields } of guild.threads.values()) this.#threads.set(fields.id, fields.parent_id);
		for (const { user_id, channel_id } of guild.voice.values()) {
			this.stays.set(user_id, [{ userId: user_id, channelId: channel_id, open: true }]);
		}
		this.#stop = state.core.stream.listen((dispatch) => {
			if (dispatch.guildId === guildId) this.#note(dispatch);
		});
	}

	stop(): void {
		this.#stop();
	}

	#note({ name, data }: Dispatch): void {
		this.#notePeople(name, data);
		const guild = this.#state.core.guild(this.#guildId);
		const { id = "", role_id = "", code = "", parent_id = "" } = data as Named;
		if (name === "THREAD_CREATE") this.#threads.set(id, parent_id);
		if (name === "CHANNEL_DELETE" || name === "THREAD_DELETE") this.deletedChannels.add(id);
		if (name === "CHANNEL_DELETE") this.#noteThreads(id);
		if (name === "GUILD_ROLE_DELETE") this.deletedRoles.add(role_id);
		if (name === "GUILD_SCHEDULED_EVENT_CREATE") {
			const event = guild.events.get(id);
			if (event) this.events.set(id, { event, deleted: false });
		}
		const known = this.events.get(id);
		if (name === "GUILD_SCHEDULED_EVENT_DELETE" && known) known.deleted = true;
		const invite = guild.invites.get(code);
		if (name === "INVITE_CREATE" && invite) this.#invites.set(code, invite);
		const gone = this.#invites.get(code);
		if (name === "INVITE_DELETE" && gone) this.revoked.set(code, gone);
	}

	#notePeople(name: string, data: unknown): void {
		const { user } = data as { user: APIUser };
		if (name === "GUILD_MEMBER_REMOVE") this.departed.set(user.id, user);
		if (name === "GUILD_MEMBER_ADD") this.departed.delete(user.id);
		if (name === "GUILD_BAN_ADD") this.unbanned.delete(user.id);
		if (name === "GUILD_BAN_REMOVE") this.unbanned.add(user.id);
		if (name === "VOICE_STATE_UPDATE") this.#noteVoice(data as Dispatches["VOICE_STATE_UPDATE"]);
	}

	/** Discord says nothing of the threads of a deleted channel: they go with it. */
	#noteThreads(channelId: string): void {
		for (const [id, parent] of this.#threads) if (parent === channelId) this.deletedChannels.add(id);
	}

	#noteVoice({ user_id: userId, channel_id: channelId }: Dispatches["VOICE_STATE_UPDATE"]): void {
		const stays = this.stays.get(userId) ?? [];
		const last = stays.at(-1);
		this.stays.set(userId, stays);
		if (last?.open && last.channelId === channelId) return;
		if (last) last.open = false;
		if (channelId !== null) stays.push({ userId, channelId, open: true });
	}
}
