import { hash32, type Random, weighted } from "../random";
import type { Crowd, Member } from "./crowd";
import { presentUser } from "./executions";
import { moments } from "./rhythm";
import { at, type TableRows } from "./rows";

const MINUTE = 60_000;
/** How many people are connected at the moment the demo begins. */
const LIVE = 8;

/** Sessions in voice and stage channels over the whole time; a few people are connected right now. */
export function voiceTable(crowd: Crowd, random: Random, total: number): TableRows {
	const { guild, members, start, end } = crowd;
	const channels = guild.channels.filter(
		({ type }) => type === "guild_voice" || type === "guild_stage_voice",
	);
	const talkers = members.filter((member) => !member.user.bot && member.activity > 0.004);
	if (channels.length === 0 || total === 0) return { table: "discord_voice_states", rows: [] };
	const pick = weighted(talkers, (member) => member.activity ** 0.6);
	const pickChannel = weighted(channels, (channel) => (channel.type === "guild_stage_voice" ? 1 : 4));
	const past = moments(random, { start, end, total, timeZone: guild.timeZone, growth: 1.7 });
	const live = total > 1000 ? Array.from({ length: LIVE }, () => end - random.int(2, 110) * MINUTE) : [];
	const connected = new Set<Member>();
	const rows = [...past, ...live].flatMap((joined, index) => {
		const member = presentUser(random, pick, joined);
		if (!member || connected.has(member)) return [];
		if (index >= past.length) connected.add(member);
		const left = Math.min(joined + Math.floor(random.logNormal(38 * MINUTE, 0.9)), end);
		return {
			guild_id: guild.id,
			channel_id: pickChannel(random).id,
			user_id: member.user.id,
			session_id: sessionId(`${guild.id}/${index}`),
			self_deaf: random.chance(0.05),
			self_mute: random.chance(0.32),
			self_stream: random.chance(0.09),
			self_video: random.chance(0.06),
			joined_at: at(joined),
			left_at: index >= past.length ? null : at(left),
		};
	});
	return { table: "discord_voice_states", rows };
}

/** 32 hexadecimal digits, as Discord's sessions have. */
function sessionId(key: string): string {
	return ["a", "b", "c", "d"].map((part) => hash32(`${part}/${key}`).toString(16).padStart(8, "0")).join("");
}
