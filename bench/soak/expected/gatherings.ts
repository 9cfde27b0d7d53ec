import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Told } from "@/bench/soak/expected/told";
import type { Reason } from "@/bench/soak/losses";
import { json, moment, plain, type TableExpectation } from "@/bench/soak/table";
import { guildPermissions } from "@/simulator/state/permissions";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** Scheduled events, who is interested, invites, and who was in voice. */
export function gatheringsOf(told: Told): TableExpectation[] {
	return [events(told), interests(told), invites(told), revokedInvites(told), voice(told), stays(told)];
}

const statuses = ["", "scheduled", "active", "completed", "canceled"];
const kinds = ["", "stage_instance", "voice", "external"];

function events(told: Told): TableExpectation {
	const fields = ["id", "channel_id", "creator_id", "name", "description", "privacy_level", "status"];
	return {
		table: "discord_scheduled_events",
		key: ["id"],
		columns: {
			...present([...fields, "entity_type", "user_count"]),
			scheduled_start_time: moment("scheduled_start_time"),
			scheduled_end_time: moment("scheduled_end_time"),
			entity_metadata: json("entity_metadata"),
		},
		rows: [...told.history.events.values()].map(({ event, deleted }) => ({
			...event.fields,
			status: deleted ? "canceled" : statuses[event.fields.status],
			entity_type: kinds[event.fields.entity_type],
		})),
		excuse: ({ id }) => excuseOver(told, id, `event:${id}`),
	};
}

/** Of an event that is over nobody can be asked any more. */
function excuseOver({ guild, missed }: Told, eventId: string | null | undefined, thing: string): Reason {
	const over = !guild.events.has(eventId ?? "");
	return over && missed(thing) !== undefined ? "the event is over" : undefined;
}

function interests(told: Told): TableExpectation {
	return {
		table: "discord_event_participants",
		key: ["event_id", "user_id"],
		columns: present(["event_id", "user_id"]),
		where: "removed_at IS NULL",
		rows: [...told.history.events.values()].flatMap(({ event }) =>
			[...event.users].map((user_id) => ({ event_id: event.fields.id, user_id })),
		),
		excuse: ({ event_id, user_id }) => excuseOver(told, event_id, `interest:${event_id}:${user_id}`),
	};
}

/** Only who manages the guild is told of its invites. */
function mayManage({ guild, state }: Pick<Told, "guild" | "state">): boolean {
	return (guildPermissions(guild, state.botId) & PermissionFlagsBits.ManageGuild) !== 0n;
}

const inviteFields = ["code", "channel_id", "inviter_id", "max_age", "max_uses", "temporary"];

/** How often an invite was used is told nowhere on the gateway. */
function invites({ dump, guild, state }: Told): TableExpectation {
	return {
		table: "discord_invites",
		key: ["code"],
		columns: {
			...present(inviteFields),
			created_at: moment("created_at"),
			expires_at: moment("expires_at"),
		},
		where: "revoked_at IS NULL",
		rows: (mayManage({ guild, state }) ? dump.invites : [])
			.filter(({ channel_id }) => guild.channels.has(channel_id))
			.map((invite) => ({ ...invite, inviter_id: invite.inviter?.id })),
	};
}

/** Discord takes the invites of a channel along with it and says so of none. */
function revokedInvites({ dump, guild, history, missed, state }: Told): TableExpectation {
	const ended = (mayManage({ guild, state }) ? dump.invites : []).filter(
		({ channel_id }) => !guild.channels.has(channel_id),
	);
	return {
		table: "discord_invites",
		key: ["code"],
		columns: present(["code"]),
		where: "revoked_at IS NOT NULL",
		rows: [...history.revoked.values(), ...ended],
		excuse: ({ code }, { kind }) =>
			kind === "missing" && missed(`made:invite:${code}`) !== undefined ? "it came and went" : undefined,
	};
}

const voiceFlags = ["deaf", "mute", "self_deaf", "self_mute", "self_stream", "self_video", "suppress"];

function voice({ dump }: Told): TableExpectation {
	return {
		table: "discord_voice_states",
		key: ["user_id"],
		columns: present(["user_id", "channel_id", "session_id", ...voiceFlags]),
		where: "left_at IS NULL",
		rows: dump.voice_states.map((state) => ({ self_stream: false, ...state })),
	};
}

/** Which channels a person was in, one after the other. */
function stays({ history, missed }: Told): TableExpectation {
	return {
		table: "discord_voice_states",
		source: `(SELECT *, row_number() OVER (PARTITION BY guild_id, user_id ORDER BY joined_at) - 1 AS ordinal
			FROM discord_voice_states)`,
		key: ["user_id", "ordinal"],
		columns: { ...present(["user_id", "channel_id", "ordinal"]), open: plain("left_at IS NULL") },
		rows: [...history.stays.values()].flatMap((of) =>
			of.map(({ userId, channelId, open }, index) => ({
				...{ user_id: userId, channel_id: channelId, open, ordinal: index },
			})),
		),
		excuse: ({ user_id }) =>
			missed(`voice:${user_id}`) !== undefined ? "who was in voice is told once" : undefined,
	};
}
