import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { Crowd } from "./crowd";
import type { Ledger } from "./ledger";
import { at, type Row, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The level that an amount of experience makes; each level costs more than the one before. */
export function levelOf(xp: number): number {
	return Math.floor(Math.sqrt(xp / 55));
}

function levelRows(crowd: Crowd, ledger: Ledger): Row[] {
	return [...ledger.spoken].map(([id, { count, lastAt }], index) => {
		const xp = Math.round(count * 19.3 * 10) / 10;
		return {
			guild_id: crowd.guild.id,
			member_id: id,
			xp,
			level: levelOf(xp),
			blacklisted: index % 397 === 11,
			last_message: at(lastAt),
			created_at: at(crowd.start),
		};
	});
}

function reputationRows(random: Random, crowd: Crowd, ledger: Ledger): Row[] {
	return [...ledger.spoken]
		.filter(([, { count }]) => count >= 12)
		.map(([id, { count }]) => {
			const helpful = Math.floor(count * 0.03 * random.next() * 2);
			const quality = Math.floor(count * 0.02 * random.next() * 2);
			const engagement = Math.floor(count * 0.4);
			return {
				id: uuidFor(`reputation/${crowd.guild.id}/${id}`),
				user_id: id,
				server_id: crowd.guild.id,
				score: helpful * 5 + quality * 8 + engagement,
				helpful_messages: helpful,
				quality_contributions: quality,
				community_engagement: engagement,
				moderation_actions: 0,
				last_calculated: at(crowd.end - 2 * HOUR),
			};
		});
}

function starboardRows(crowd: Crowd, ledger: Ledger): Row[] {
	return ledger.starred.map(({ id, channelId, authorId, at: when, stars }, index) => ({
		guild_id: crowd.guild.id,
		message_id: id,
		channel_id: channelId,
		author_id: authorId,
		star_count: stars,
		starboard_message_id: snowflakeAt(when + 5000, 4_100_000 + index),
		created_at: at(when + 5000),
	}));
}

const AWAY = [
	"Asleep, different time zone",
	"Exams until Friday",
	"Holiday, no laptop",
	"Crunching for the jam, ping me on Monday",
	"Moving house",
	"At work",
];

function afkRows(random: Random, crowd: Crowd): Row[] {
	const people = crowd.members.filter(
		(member) => member.leftAt === null && member.activity > 0.01 && !member.user.bot,
	);
	return random.sample(people, crowd.guild.key === "harbor" ? 11 : 1).map((member, index) => ({
		guild_id: crowd.guild.id,
		member_id: member.user.id,
		nickname: member.nick ?? member.user.globalName ?? member.user.username,
		reason: random.pick(AWAY),
		since: at(crowd.end - random.int(1, 70) * HOUR),
		until: index % 3 === 0 ? at(crowd.end + random.int(4, 90) * HOUR) : null,
		enforced: index === 4,
		perm_afk: index === 7,
	}));
}

/** AFK marks, levels, starboard and reputation of one server. */
export function socialTables(crowd: Crowd, random: Random, ledger: Ledger): TableRows[] {
	const { guild } = crowd;
	const config = {
		guild_id: guild.id,
		enabled: guild.key === "harbor",
		emoji: "⭐",
		threshold: 3,
		self_star: false,
		ignored_channels: guild.channels.filter(({ theme }) => theme === "staff").map(({ id }) => id),
		created_at: at(crowd.start + DAY),
		created_by: guild.ownerId,
	};
	return [
		{ table: "afk", rows: afkRows(random, crowd) },
		{ table: "levels", rows: levelRows(crowd, ledger) },
		{ table: "starboard_config", rows: [config] },
		{ table: "starboard_entries", rows: guild.key === "harbor" ? starboardRows(crowd, ledger) : [] },
		{ table: "reputation_scores", rows: reputationRows(random, crowd, ledger) },
	];
}
