import { createCipheriv, createHash } from "node:crypto";
import type { Random } from "../random";
import { hash32 } from "../random";
import { snowflakeFor } from "../snowflake";
import type { World } from "../world/types";
import type { Crowd } from "./crowd";
import { eventTables } from "./event-rows";
import { at, type Row, type TableRows } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
	return [
		...eventTables(crowd, random),
		{ table: "discord_invites", rows: inviteRows(random, crowd) },
		{ table: "discord_webhooks", rows: webhookRows(world, crowd) },
	];
}
