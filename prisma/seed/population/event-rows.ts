import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { Crowd, Member } from "./crowd";
import { at, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const PROGRAMME: readonly (readonly [name: string, description: string, channel: string, hours: number])[] = [
	["Monthly jam: kick-off", "Theme reveal, questions, team finding.", "town-hall", 1],
	["Town Hall", "Three short talks and a post-mortem. Bring questions.", "town-hall", 2],
	["Playtest night", "Bring a build, play two others.", "lounge", 3],
	["Quiet co-working", "Cameras off, microphones off, company on.", "co-working", 4],
	["Sunday run", "Nine o'clock at the boathouse, ten kilometres, easy pace.", "warm-up", 2],
];

type Gathering = {
	id: string;
	begins: number;
	ends: number;
	announced: number;
	status: string;
	crew: Member[];
};

function statusOf(begins: number, ends: number, end: number, index: number): string {
	if (begins > end) return "scheduled";
	if (ends > end) return "active";
	return index % 11 === 7 ? "canceled" : "completed";
}

function gather(random: Random, crowd: Crowd, begins: number, hours: number, index: number): Gathering {
	const { members, end } = crowd;
	const announced = Math.min(begins - 8 * DAY, end - HOUR);
	const ends = begins + hours * HOUR;
	const known = members.filter(
		(member) => member.activity > 0 && member.leftAt === null && member.joinedAt < announced,
	);
	return {
		id: snowflakeAt(announced, index),
		begins,
		ends,
		announced,
		status: statusOf(begins, ends, end, index),
		crew: random.sample(known, random.int(6, 70)),
	};
}

function participantRows(random: Random, { guild, end }: Crowd, { id, announced, crew }: Gathering): Row[] {
	return crew.map((member, order) => {
		const interested = announced + (order + 1) * 40 * 60_000;
		return {
			guild_id: guild.id,
			event_id: id,
			user_id: member.user.id,
			interested_at: at(Math.min(interested, end)),
			removed_at: random.chance(0.06) ? at(Math.min(interested + DAY, end)) : null,
		};
	});
}

/** Events of the past and the next weeks, and who said they would come. */
export function eventTables(crowd: Crowd, random: Random): TableRows[] {
	const { guild, start, end } = crowd;
	const host = staffOf(crowd, "manager")[0]?.user.id ?? guild.ownerId;
	const fitting = PROGRAMME.flatMap(([name, description, key, hours]) => {
		const channel = guild.channels.find((candidate) => candidate.key === key);
		return channel ? [{ name, description, channel, hours }] : [];
	});
	const events: Row[] = [];
	const participants: Row[] = [];
	for (let begins = start + 6 * DAY; begins < end + 24 * DAY; begins += random.int(9, 16) * DAY) {
		const plan = fitting[events.length % fitting.length];
		if (!plan || guild.bot !== "present") break;
		const gathering = gather(random, crowd, begins, plan.hours, events.length);
		participants.push(...participantRows(random, crowd, gathering));
		events.push({
			id: gathering.id,
			guild_id: guild.id,
			channel_id: plan.channel.id,
			creator_id: host,
			name: plan.name,
			description: plan.description,
			scheduled_start_time: at(begins),
			scheduled_end_time: at(gathering.ends),
			privacy_level: 2,
			status: gathering.status,
			entity_type: plan.channel.type === "guild_stage_voice" ? "stage_instance" : "voice",
			user_count: gathering.crew.length,
			created_at: at(gathering.announced),
		});
	}
	return [
		{ table: "discord_scheduled_events", rows: events },
		{ table: "discord_event_participants", rows: participants },
	];
}
