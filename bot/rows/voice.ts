import { bulk, jsonRows, names, recordset } from "@/bot/rows/bulk";
import type { ChannelChanges } from "@/bot/rows/channels";
import { momentText } from "@/bot/rows/moment-text";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import { enter, type Stretch, type VoiceState } from "@/bot/rows/voice-fold";
import type { Db } from "@/bot/scope";

const flags = {
	deaf: "boolean",
	mute: "boolean",
	self_deaf: "boolean",
	self_mute: "boolean",
	self_stream: "boolean",
	self_video: "boolean",
	suppress: "boolean",
} as const;
const person = { guild_id: "bigint", user_id: "bigint" } as const;
const stretch = {
	...person,
	session_id: "text",
	channel_id: "bigint",
	...flags,
	joined_at: "timestamptz",
	left_at: "timestamptz",
	observed_at: "timestamptz",
} as const;

const of = "v.guild_id = s.guild_id AND v.user_id = s.user_id";

/** What is open, what has the sessions' keys, and the last stretch, which tells how new the knowledge is. */
const read = `
SELECT v.guild_id::text, v.user_id::text, v.session_id, v.channel_id::text, ${names(flags, "v.")},
	${momentText("v.joined_at")} AS joined_at, ${momentText("v.observed_at")} AS observed_at,
	CASE WHEN v.left_at IS NOT NULL THEN ${momentText("v.left_at")} END AS left_at
FROM ${recordset({ ...person, sessions: "text[]" })} CROSS JOIN LATERAL (
	SELECT * FROM discord_voice_states v WHERE ${of} AND v.left_at IS NULL
	UNION SELECT * FROM discord_voice_states v WHERE ${of} AND v.session_id = ANY (s.sessions)
	UNION (SELECT * FROM discord_voice_states v WHERE ${of} ORDER BY v.joined_at DESC LIMIT 1)
) v`;

const update = `
UPDATE discord_voice_states v SET session_id = s.session_id, left_at = s.left_at, observed_at = s.observed_at,
	${Object.keys(flags)
		.map((name) => `${name} = s.${name}`)
		.join(", ")}
FROM ${recordset({ ...stretch, stored_as: "text" })}
WHERE ${of} AND v.session_id = s.stored_as`;

const insert = `
INSERT INTO discord_voice_states (${names(stretch)})
SELECT ${names(stretch, "s.")} FROM ${recordset(stretch)} ORDER BY s.guild_id, s.user_id, s.session_id`;

const closeUnlisted = `
UPDATE discord_voice_states v SET left_at = s.at, observed_at = s.at
FROM ${recordset({ guild_id: "bigint", at: "timestamptz" })}
WHERE v.guild_id = s.guild_id AND v.left_at IS NULL AND v.observed_at < s.at`;

type Person = { guildId: string; userId: string };
type Stored = Record<keyof typeof stretch, unknown> & {
	guild_id: string;
	user_id: string;
	session_id: string;
	channel_id: string | null;
	joined_at: string;
	left_at: string | null;
	observed_at: string;
};

/** `discord_voice_states`: a row for each stay in a channel, so that minutes per channel are exact. */
export class VoiceChanges implements Changes {
	readonly #users: UserChanges;
	readonly #channels: ChannelChanges;
	readonly #states = new Map<string, Person & { states: VoiceState[] }>();
	readonly #complete: { guild_id: string; at: string }[] = [];

	constructor(users: UserChanges, channels: ChannelChanges) {
		this.#users = users;
		this.#channels = channels;
	}

	put(guildId: string, userId: string, state: VoiceState): void {
		this.#users.need(userId, state.at);
		if (state.channelId) this.#channels.need(guildId, state.channelId, state.at, "guild_voice");
		const name = `${guildId}:${userId}`;
		const known = this.#states.get(name) ?? { guildId, userId, states: [] };
		known.states.push(state);
		this.#states.set(name, known);
	}

	/** Everybody who is in a channel of the guild was told of at `at`: nobody else is. */
	complete(guildId: string, at: string): void {
		this.#complete.push({ guild_id: guildId, at });
	}

	async write(db: Db): Promise<void> {
		const people = [...this.#states];
		const stored = await storedStretches(db, [...this.#states.values()]);
		const changed = people.flatMap(([name, { guildId, userId, states }]) => {
			const stretches = stored.get(name) ?? [];
			const before = new Set(stretches.map((one) => JSON.stringify(one)));
			for (const state of states) enter(stretches, state);
			const touched = stretches.filter((one) => !before.has(JSON.stringify(one)));
			return touched.map((one) => rowOf({ guildId, userId }, one));
		});
		await bulk(
			db,
			update,
			changed.filter((row) => row.stored_as !== undefined),
		);
		await bulk(
			db,
			insert,
			changed.filter((row) => row.stored_as === undefined),
		);
		await bulk(db, closeUnlisted, this.#complete);
	}
}

async function storedStretches(db: Db, people: readonly (Person & { states: VoiceState[] })[]) {
	const found = new Map<string, Stretch[]>();
	if (people.length === 0) return found;
	const keys = people.map(({ guildId, userId, states }) => ({
		guild_id: guildId,
		user_id: userId,
		sessions: [...new Set(states.map(({ sessionId }) => sessionId))],
	}));
	for (const row of await db.rows<Stored>(read, [jsonRows(keys)])) {
		const name = `${row.guild_id}:${row.user_id}`;
		found.set(name, [...(found.get(name) ?? []), stretchOf(row)]);
	}
	return found;
}

function stretchOf(row: Stored): Stretch {
	return {
		sessionId: row.session_id,
		storedAs: row.session_id,
		channelId: row.channel_id,
		flags: Object.fromEntries(Object.keys(flags).map((name) => [name, row[name as keyof typeof flags]])),
		joinedAt: row.joined_at,
		leftAt: row.left_at,
		observedAt: row.observed_at,
	};
}

function rowOf({ guildId, userId }: Person, { storedAs, flags: set, ...one }: Stretch) {
	return {
		...set,
		guild_id: guildId,
		user_id: userId,
		session_id: one.sessionId,
		stored_as: storedAs,
		channel_id: one.channelId,
		joined_at: one.joinedAt,
		left_at: one.leftAt,
		observed_at: one.observedAt,
	};
}
