import type { Frame } from "@/bot/events/handler";
import type { Chance } from "@/bot/tests/chance";
import { frame } from "@/bot/tests/feed";

const guilds = ["500000000000000001", "500000000000000002"] as const;
const people = ["600000000000000001", "600000000000000002", "600000000000000003"] as const;
/** Always listed, so that a guild's count of members never falls to nothing. */
const crowd = Array.from({ length: 9 }, (_, index) => `60000000000000010${index}`);
const sessions = ["alpha", "beta"] as const;
const names = ["amber", "birch", "cedar", "dune", null] as const;
const words = ["ash", "bay", "clay"] as const;

/** Ids of one guild: the last digit of the guild's is their first. */
function idsOf(guild: string) {
	const id = (kind: string, number: number) => `70${guild.at(-1)}0000000000${kind}00${number}`;
	return {
		roles: [id("10", 1), id("10", 2), id("10", 3)] as const,
		categories: [id("20", 1), id("20", 2)] as const,
		channels: [id("21", 1), id("21", 2), id("21", 3)] as const,
		voice: [id("22", 1), id("22", 2)] as const,
		threads: [id("23", 1), id("23", 2), id("23", 3)] as const,
		events: [id("30", 1), id("30", 2)] as const,
		emojis: [id("40", 1), id("40", 2), id("40", 3)] as const,
		stickers: [id("50", 1), id("50", 2)] as const,
	};
}

/** Plausible frames of two guilds in a random order, with parts of their payloads left out. */
export class GuildStory {
	readonly #chance: Chance;
	readonly #dead = new Set<string>();
	#guild: string = guilds[0];

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	frames(count: number): Frame[] {
		const begin = guilds.map((guild) => this.#in(guild, () => this.#whole()));
		return [...begin, ...Array.from({ length: count }, () => this.#next())];
	}

	#in(guild: string, tell: () => Frame): Frame {
		this.#guild = guild;
		return tell();
	}

	#next(): Frame {
		const common = [() => this.#member(), () => this.#voice(), () => this.#channel(), () => this.#interest()];
		const rare = [
			() => this.#role(),
			() => this.#thread(),
			() => this.#event(),
			() => this.#lists(),
			() => this.#ban(),
			() => this.#invite(),
			() => this.#guildItself(),
			() => this.#chunk(),
		];
		const chance = this.#chance;
		const kinds = chance.yes(0.6) ? common : rare;
		return this.#in(chance.pick(guilds), chance.pick(kinds as [() => Frame, ...(() => Frame)[]]));
	}

	get #ids() {
		return idsOf(this.#guild);
	}

	#frame(event: string, data: object): Frame {
		return frame(event, { guild_id: this.#guild, ...data });
	}

	#person(id: string): object {
		const { pick, part } = bound(this.#chance);
		return {
			id,
			...part({ username: pick(words), global_name: pick(names), avatar: pick(names), bot: false }),
		};
	}

	#membership(): Record<string, unknown> {
		const chance = this.#chance;
		return {
			nick: chance.pick(names),
			roles: chance.some(this.#ids.roles.filter((role) => !this.#dead.has(role))),
			joined_at: `202${Math.floor(chance.below(6))}-03-04T05:06:07.123456+00:00`,
			communication_disabled_until: chance.pick([null, "2026-12-01T00:00:00+00:00"]),
			premium_since: chance.pick([null, "2026-01-01T00:00:00+00:00"]),
			pending: chance.yes(),
			flags: Math.floor(chance.below(8)),
		};
	}

	#member(): Frame {
		const user = this.#person(this.#chance.pick(people));
		switch (this.#chance.pick(["join", "change", "change", "leave", "self"])) {
			case "join":
				return this.#frame("GUILD_MEMBER_ADD", { user, ...this.#membership() });
			case "change":
				return this.#frame("GUILD_MEMBER_UPDATE", { user, ...this.#chance.part(this.#membership()) });
			case "leave":
				return this.#frame("GUILD_MEMBER_REMOVE", { user });
			default:
				return frame("USER_UPDATE", user);
		}
	}

	#chunk(): Frame {
		const members = this.#chance.some(people).map((id) => this.#listed(id));
		const requested = frame("", {}).receivedAt;
		return this.#frame("GUILD_MEMBERS_CHUNK", {
			members,
			chunk_index: 0,
			chunk_count: this.#chance.pick([1, 2]),
			nonce: this.#chance.pick([requested, "theirs"]),
		});
	}

	#listed(id: string): object {
		return { user: this.#person(id), ...this.#chance.part(this.#membership()) };
	}

	#voice(): Frame {
		const { pick, part } = bound(this.#chance);
		return this.#frame("VOICE_STATE_UPDATE", {
			user_id: pick(people),
			session_id: pick(sessions),
			channel_id: pick([...this.#ids.voice, null]),
			...part({ self_mute: this.#chance.yes(), deaf: this.#chance.yes(), self_video: true }),
		});
	}

	#shape(id: string): Record<string, unknown> {
		const { pick, part, yes } = bound(this.#chance);
		const { categories, channels, roles, threads, voice } = this.#ids;
		const kind = (ids: readonly string[]) => ids.includes(id);
		const overwrite = (target: string, type: number) => ({
			id: target,
			type,
			allow: pick(["0", "8"]),
			deny: "1",
		});
		const text = {
			topic: pick(names),
			last_message_id: `${800_000_000_000_000_000n + BigInt(Math.floor(this.#chance.below(1e9)))}`,
		};
		const overwrites = [
			...this.#chance.some(roles).map((role) => overwrite(role, 0)),
			overwrite(people[0], 1),
		];
		const shared = { name: pick(words), position: 3, permission_overwrites: overwrites };
		if (kind(threads)) {
			const parent = channels[threads.indexOf(id) % 2];
			const state = { archived: yes(), locked: yes(), auto_archive_duration: 60 };
			return {
				id,
				type: 11,
				parent_id: parent,
				...part({ ...text, name: pick(words), thread_metadata: state }),
			};
		}
		if (kind(categories)) return { id, type: 4, ...part(shared) };
		const parent_id = pick([...categories, null]);
		if (kind(voice)) return { id, type: 2, ...part({ ...shared, parent_id, bitrate: 64_000 }) };
		return { id, type: 0, ...part({ ...shared, ...text, parent_id, nsfw: yes() }) };
	}

	#channel(): Frame {
		const { pick } = bound(this.#chance);
		const { categories, channels, voice } = this.#ids;
		const shape = this.#shape(pick([...channels, ...channels, ...categories, ...voice]));
		const moment = pick([null, "2026-11-20T10:00:00+00:00"]);
		if (this.#chance.yes(0.2)) {
			return this.#frame("CHANNEL_PINS_UPDATE", { channel_id: shape.id, last_pin_timestamp: moment });
		}
		return this.#frame(pick(["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"]), shape);
	}

	#thread(): Frame {
		const { pick, some } = bound(this.#chance);
		const { channels, threads } = this.#ids;
		const id = pick(threads);
		const user = this.#person(pick(people));
		switch (pick(["told", "told", "members", "list", "gone"])) {
			case "told":
				return this.#frame(pick(["THREAD_CREATE", "THREAD_UPDATE"]), this.#shape(id));
			case "members":
				return this.#frame("THREAD_MEMBERS_UPDATE", {
					id,
					member_count: Math.floor(this.#chance.below(9)),
					added_members: [{ id, member: { user, ...this.#chance.part(this.#membership()) } }],
				});
			case "list":
				return this.#frame("THREAD_LIST_SYNC", {
					...this.#chance.part({ channel_ids: some(channels) }),
					threads: some(threads).map((thread) => this.#shape(thread)),
				});
			default:
				return this.#frame("THREAD_DELETE", this.#shape(id));
		}
	}

	/** An id of Discord's never comes back. */
	#role(): Frame {
		const { pick } = bound(this.#chance);
		const id = pick(this.#ids.roles);
		if (this.#dead.has(id) || this.#chance.yes(0.05)) {
			this.#dead.add(id);
			return this.#frame("GUILD_ROLE_DELETE", { role_id: id });
		}
		return this.#frame(pick(["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"]), { role: this.#roleShape(id) });
	}

	#roleShape(id: string): object {
		const { pick, part, yes } = bound(this.#chance);
		return {
			id,
			...part({ name: pick(words), color: 7, position: pick([1, 2]), permissions: "8", hoist: yes() }),
		};
	}

	#eventShape(): Record<string, unknown> {
		const { pick, part } = bound(this.#chance);
		const over = this.#chance.yes(0.1) ? pick([3, 4]) : pick([1, 2]);
		const told = {
			status: over,
			name: pick(words),
			description: pick(names),
			user_count: 50,
			entity_type: 2,
		};
		return {
			id: pick(this.#ids.events),
			guild_id: this.#guild,
			...part({ ...told, creator_id: pick(people), scheduled_start_time: "2026-12-24T18:00:00+00:00" }),
		};
	}

	#event(): Frame {
		const kind = this.#chance.pick(["CREATE", "UPDATE", "UPDATE", "DELETE"]);
		return this.#frame(`GUILD_SCHEDULED_EVENT_${kind}`, this.#eventShape());
	}

	#interest(): Frame {
		const { pick } = bound(this.#chance);
		return this.#frame(`GUILD_SCHEDULED_EVENT_USER_${pick(["ADD", "ADD", "REMOVE"])}`, {
			guild_scheduled_event_id: pick(this.#ids.events),
			user_id: pick(people),
		});
	}

	#emojis(): object[] {
		const { pick, part, some, yes } = bound(this.#chance);
		const alive = this.#ids.emojis.filter((id) => !this.#dead.has(id));
		const listed = some(alive, 0.9);
		for (const id of alive) if (!listed.includes(id)) this.#dead.add(id);
		return listed.map((id) => ({
			id,
			...part({
				name: pick(words),
				roles: some(this.#ids.roles),
				available: yes(),
				user: this.#person(pick(people)),
			}),
		}));
	}

	#stickers(): object[] {
		const { pick, part, some } = bound(this.#chance);
		const told = {
			name: pick(words),
			description: pick(names),
			format_type: 1,
			user: this.#person(pick(people)),
		};
		const alive = this.#ids.stickers.filter((id) => !this.#dead.has(id));
		const listed = some(alive, 0.9);
		for (const id of alive) if (!listed.includes(id)) this.#dead.add(id);
		return listed.map((id) => ({ id, type: 2, ...part(told) }));
	}

	#lists(): Frame {
		return this.#chance.yes()
			? this.#frame("GUILD_EMOJIS_UPDATE", { emojis: this.#emojis() })
			: this.#frame("GUILD_STICKERS_UPDATE", { stickers: this.#stickers() });
	}

	#ban(): Frame {
		const { pick } = bound(this.#chance);
		return this.#frame(pick(["GUILD_BAN_ADD", "GUILD_BAN_REMOVE"]), { user: this.#person(pick(people)) });
	}

	#invite(): Frame {
		const { pick, part } = bound(this.#chance);
		const invite = { channel_id: pick(this.#ids.channels), code: `${pick(words)}${this.#guild.at(-1)}` };
		if (this.#chance.yes(0.3)) return this.#frame("INVITE_DELETE", invite);
		const told = {
			inviter: this.#person(pick(people)),
			max_age: 3600,
			uses: pick([0, 1, 2]),
			temporary: true,
		};
		return this.#frame("INVITE_CREATE", {
			...invite,
			created_at: "2026-11-01T00:00:00+00:00",
			...part(told),
		});
	}

	#guildItself(): Frame {
		const { pick, part } = bound(this.#chance);
		const changed = {
			id: this.#guild,
			name: pick(words),
			...part({ description: pick(names), premium_tier: 2 }),
		};
		switch (pick(["whole", "changed", "changed", "outage", "left", "ready", "stranger"])) {
			case "whole":
				return this.#whole();
			case "changed":
				return this.#frame("GUILD_UPDATE", changed);
			case "outage":
				return frame("GUILD_DELETE", { id: this.#guild, unavailable: true });
			case "left":
				return frame("GUILD_DELETE", { id: this.#guild });
			case "ready":
				return frame("READY", {
					user: this.#person(people[0]),
					guilds: [{ id: this.#guild, unavailable: true }],
				});
			default:
				return frame("GUILD_ROLE_DELETE", { guild_id: "500000000000000009", role_id: this.#ids.roles[0] });
		}
	}

	#whole(): Frame {
		const { pick, part, some } = bound(this.#chance);
		const { categories, channels, events, roles, threads, voice } = this.#ids;
		const members = [...some(people), ...crowd].map((id) => this.#listed(id));
		const alive = roles.filter((role) => !this.#dead.has(role));
		const listed = some(alive, 0.9);
		for (const role of alive) if (!listed.includes(role)) this.#dead.add(role);
		const states = some(people).map((id) => ({
			user_id: id,
			session_id: pick(sessions),
			channel_id: pick(voice),
		}));
		return frame("GUILD_CREATE", {
			id: this.#guild,
			name: pick(words),
			member_count: members.length + pick([0, 0, 20]),
			members,
			roles: listed.map((role) => this.#roleShape(role)),
			channels: some([...categories, ...channels, ...voice], 0.8).map((id) => this.#shape(id)),
			...part({
				threads: some(threads).map((id) => this.#shape(id)),
				voice_states: states,
				guild_scheduled_events: some(events).map((id) => ({ ...this.#eventShape(), id })),
				emojis: this.#emojis(),
				stickers: this.#stickers(),
				description: pick(names),
			}),
		});
	}
}

/** Its methods without their object. */
function bound(chance: Chance) {
	return {
		pick: <T>(from: readonly [T, ...T[]]) => chance.pick(from),
		part: (of: Record<string, unknown>) => chance.part(of),
		some: <T>(from: readonly T[], probability?: number) => chance.some(from, probability),
		yes: () => chance.yes(),
	};
}
