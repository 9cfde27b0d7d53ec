import { createCipheriv, createHash } from "node:crypto";
import type { Random } from "../random";
import { hash32 } from "../random";
import { snowflakeAt, snowflakeFor } from "../snowflake";
import type { World } from "../world/types";
import type { Crowd } from "./crowd";
import { at, json, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const EVENTS: readonly (readonly [name: string, description: string, channel: string, hours: number])[] = [
	["Monthly jam: kick-off", "Theme reveal, questions, team finding.", "town-hall", 1],
	["Town Hall", "Three short talks and a post-mortem. Bring questions.", "town-hall", 2],
	["Playtest night", "Bring a build, play two others.", "lounge", 3],
	["Quiet co-working", "Cameras off, microphones off, company on.", "co-working", 4],
	["Sunday run", "Nine o'clock at the boathouse, ten kilometres, easy pace.", "warm-up", 2],
];

function eventRows(random: Random, crowd: Crowd): { events: Row[]; participants: Row[] } {
	const { guild, members, start, end } = crowd;
	const host = staffOf(crowd, "manager")[0] ?? members[0];
	const events: Row[] = [];
	const participants: Row[] = [];
	const fitting = EVENTS.filter(([, , channel]) =>
		guild.channels.some((candidate) => candidate.key === channel),
	);
	if (fitting.length === 0 || !host || guild.bot !== "present") return { events, participants };
	for (
		let begins = start + 6 * DAY, index = 0;
		begins < end + 24 * DAY;
		begins += random.int(9, 16) * DAY, index++
	) {
		const [name, description, channelKey, hours] = fitting[index % fitting.length] ??
			fitting[0] ?? ["", "", "", 1];
		const announced = Math.min(begins - 8 * DAY, end - HOUR);
		const id = snowflakeAt(announced, index);
		const status =
			begins > end
				? "scheduled"
				: begins + hours * HOUR > end
					? "active"
					: index % 11 === 7
						? "canceled"
						: "completed";
		const crew = random.sample(
			members.filter(
				(member) => member.activity > 0 && member.leftAt === null && member.joinedAt < announced,
			),
			random.int(6, 70),
		);
		for (const [order, member] of crew.entries()) {
			const interested = announced + (order + 1) * 40 * 60_000;
			participants.push({
				guild_id: guild.id,
				event_id: id,
				user_id: member.user.id,
				interested_at: at(Math.min(interested, end)),
				removed_at: random.chance(0.06) ? at(Math.min(interested + DAY, end)) : null,
			});
		}
		events.push({
			id,
			guild_id: guild.id,
			channel_id: guild.channels.find((candidate) => candidate.key === channelKey)?.id ?? null,
			creator_id: host.user.id,
			name,
			description,
			scheduled_start_time: at(begins),
			scheduled_end_time: at(begins + hours * HOUR),
			privacy_level: 2,
			status,
			entity_type: channelKey === "town-hall" ? "stage_instance" : "voice",
			user_count: crew.length,
			created_at: at(announced),
		});
	}
	return { events, participants };
}

const CODES = [
	"lanterns",
	"firstjam",
	"seaside9",
	"k3ttle",
	"tidewrt",
	"gullwtch",
	"fernmch",
	"pierview",
	"mothball",
	"dockside",
];

function inviteRows(random: Random, crowd: Crowd): Row[] {
	const { guild, members, start, end } = crowd;
	const channel = guild.channels.find(({ type }) => type === "guild_text");
	if (!channel) return [];
	const inviters = random.sample(
		members.filter((member) => member.activity > 0 && member.leftAt === null),
		10,
	);
	return inviters.map((member, index) => {
		const created =
			Math.max(member.joinedAt, start) + random.next() * (end - Math.max(member.joinedAt, start)) * 0.9;
		const maxAge = index < 3 ? 0 : random.pick([1800, 86_400, 604_800]);
		return {
			code: `${CODES[index] ?? "boat"}${guild.key === "harbor" ? "" : guild.key.slice(0, 2)}`,
			guild_id: guild.id,
			channel_id: channel.id,
			inviter_id: member.user.id,
			max_age: maxAge,
			max_uses: index % 3 === 0 ? 0 : random.pick([1, 10, 25]),
			temporary: false,
			uses: index === 0 ? Math.round(guild.memberCount / 6) : random.int(0, 24),
			created_at: at(created),
			expires_at: maxAge === 0 ? null : at(created + maxAge * 1000),
			revoked_at: index === 5 ? at(Math.min(created + 3 * HOUR, end)) : null,
		};
	});
}

/** Encrypts a made-up token under a key that nobody has: the demo's webhooks cannot be called. */
function sealFake(name: string): string {
	const digest = createHash("sha256").update(`demo webhook ${name}`).digest();
	const cipher = createCipheriv("aes-256-gcm", digest, digest.subarray(0, 12));
	const sealed = Buffer.concat([cipher.update(`not-a-token-${name}`, "utf8"), cipher.final()]);
	return [
		"demo",
		...[digest.subarray(0, 12), cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")),
	].join(".");
}

function webhookRows(world: World, crowd: Crowd): Row[] {
	const { guild, start } = crowd;
	const hooks: readonly (readonly [name: string, channel: string, type: string, byBot: boolean])[] = [
		["Starboard", "starboard", "incoming", true],
		["Mod log", "mod-log", "incoming", true],
		["Jam entries", "jam-talk", "incoming", false],
		["Game dev news", "announcements", "channel_follower", false],
		["Old importer", "general", "incoming", false],
		["Weather", "trail-talk", "incoming", false],
	];
	return hooks.flatMap(([name, key, type, byBot]) => {
		const channel = guild.channels.find((candidate) => candidate.key === key);
		if (!channel) return [];
		const follower = type === "channel_follower";
		const madeAt = start + (hash32(name) % 90) * DAY;
		return {
			id: snowflakeFor(`${guild.id}/webhook/${name}`, madeAt, 1000),
			webhook_type: type,
			guild_id: guild.id,
			channel_id: channel.id,
			name,
			token: follower ? null : sealFake(`${guild.id}/${name}`),
			token_key_id: follower ? null : "demo",
			application_id: byBot ? world.application.id : null,
			creator_id: byBot ? world.application.bot.id : guild.ownerId,
			source_guild_id: follower ? "745203918866251904" : null,
			source_channel_id: follower ? "745203918866251921" : null,
			created_by_bot: byBot,
			created_at: at(madeAt),
			deleted_at: name === "Old importer" ? at(madeAt + 30 * DAY) : null,
		};
	});
}

/** Events and who is interested, invites, webhooks. */
export function gatheringTables(world: World, crowd: Crowd, random: Random): TableRows[] {
	const { events, participants } = eventRows(random, crowd);
	return [
		{
			table: "discord_scheduled_events",
			rows: events.map((row) => ({ ...row, entity_metadata: json(null) })),
		},
		{ table: "discord_event_participants", rows: participants },
		{ table: "discord_invites", rows: inviteRows(random, crowd) },
		{ table: "discord_webhooks", rows: webhookRows(world, crowd) },
	];
}
