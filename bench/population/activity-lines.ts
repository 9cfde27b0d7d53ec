import { createRandom } from "@/prisma/seed/random";
import { snowflakeAt } from "@/prisma/seed/snowflake";
import type { Lines } from "./copy-lines";
import { aliasTable, type Draw, zipfRank } from "./draw";
import type { Guild, World } from "./guilds";
import { moments, months } from "./moments";
import { PER_MESSAGE, RARE_WORD } from "./shape";

const NONE = "\\N";
const APPLICATION = "900000000000000001";
const COMMANDS = [
	"rank",
	"help",
	"warn",
	"play",
	"poll",
	"remind",
	"daily",
	"quote",
	"avatar",
	"weather",
	"roll",
	"tag",
	"lookup",
	"translate",
	"schedule",
	"profile",
	"shop",
	"report",
	"sticky",
	"export",
];
const BOT_ACTIONS = [
	"message_sent",
	"message_edited",
	"message_deleted",
	"member_role_added",
	"member_role_removed",
	"member_kicked",
	"member_banned",
	"channel_updated",
	"other",
];
/** Discord's numbers: channel overwrite, kick, ban, unban, member update, roles, message delete, invite. */
const DISCORD_ACTIONS = [14, 20, 22, 23, 24, 25, 72, 40];
const CASE_TYPES = ["WARN", "TIMEOUT", "KICK", "BAN", "UNBAN", "TEMPBAN", "JAIL"];
const REASONS = [
	"spam",
	"advertising",
	"insults in the main channel",
	"slurs",
	"raid",
	"spoilers without a warning",
	"scam link",
];
const FAILURES = ["Missing Permissions", "Unknown interaction", "The service did not answer in time"];

/** One thing that happens: where, when, and its place among all of its kind. */
type Event = { guild: Guild; at: number; place: number; next: Draw; someone: string };

/** What happens beside messages. */
export function activityLines(world: World): Lines[] {
	return [executions(world), botAudit(world), discordAudit(world), cases(world), voice(world)];
}

function* happening(world: World, key: keyof typeof PER_MESSAGE): Generator<Event> {
	const { next } = createRandom(4, key);
	let place = 0;
	for (const month of months(world.shape, Math.round(world.shape.messages * PER_MESSAGE[key]))) {
		for (const at of moments(world.shape, month, next)) {
			const guild = world.pick(next);
			yield { guild, at, place: place++, next, someone: guild.somebody(next, at) };
		}
	}
}

function* lined<T>(items: Iterable<T>, cells: (item: T) => (string | number)[]): Generator<string> {
	for (const item of items) yield cells(item).join("\t");
}

function executions(world: World): Lines {
	const pickCommand = aliasTable(COMMANDS.map((_, index) => 1 / (index + 1)));
	return {
		table: "discord_command_executions",
		columns:
			"id, guild_id, channel_id, user_id, application_id, interaction_type, command_name, command_type, executed_at, responded_at, response_time_ms, error, error_message, created_at",
		lines: lined(happening(world, "executions"), ({ guild, at, place, next, someone }) => {
			const latency = Math.round(40 + 60 * -Math.log(1 - next()) * (next() < 0.05 ? 12 : 1));
			const failed = next() < 0.03;
			return [
				...[
					snowflakeAt(at, place),
					guild.id,
					guild.text[guild.pickText(next)]?.id ?? NONE,
					someone,
					APPLICATION,
				],
				...[
					"application_command",
					COMMANDS[pickCommand(next)] ?? NONE,
					"chat_input",
					iso(at),
					iso(at + latency),
					latency,
				],
				...[failed ? "t" : "f", failed ? (FAILURES[place % FAILURES.length] ?? NONE) : NONE, iso(at)],
			];
		}),
	};
}

function botAudit(world: World): Lines {
	return {
		table: "discord_audit_log",
		columns: "id, guild_id, action, actor_id, target_id, channel_id, reason, metadata, performed_at",
		lines: lined(happening(world, "audit"), ({ guild, at, place, next, someone }) => [
			...[snowflakeAt(at, place), guild.id, BOT_ACTIONS[Math.floor(next() * BOT_ACTIONS.length)] ?? NONE],
			...[
				someone,
				guild.somebody(next, at),
				guild.text[guild.pickText(next)]?.id ?? NONE,
				NONE,
				"{}",
				iso(at),
			],
		]),
	};
}

function discordAudit(world: World): Lines {
	return {
		table: "discord_native_audit_log",
		columns: "id, guild_id, action_type, user_id, target_id, reason, recorded_at",
		lines: lined(happening(world, "discordAudit"), ({ guild, at, place, next, someone }) => [
			...[
				snowflakeAt(at, place),
				guild.id,
				DISCORD_ACTIONS[Math.floor(next() * DISCORD_ACTIONS.length)] ?? 24,
			],
			...[guild.member(zipfRank(next, Math.min(20, guild.size))), someone, NONE, iso(at)],
		]),
	};
}

/** Nine of ten are closed again; twenty people moderate. */
function cases(world: World): Lines {
	const numbers = new Map<string, number>();
	return {
		table: "cases",
		columns:
			"guild_id, case_number, case_status, case_type, case_reason, case_moderator_id, case_user_id, resolved_at, created_at, updated_at",
		lines: lined(happening(world, "cases"), ({ guild, at, place, next, someone }) => {
			const number = (numbers.get(guild.id) ?? 0) + 1;
			numbers.set(guild.id, number);
			const open = place % 10 === 0;
			const reason = REASONS[Math.floor(next() * REASONS.length)] ?? "";
			return [
				...[guild.id, number, open ? "t" : "f", CASE_TYPES[zipfRank(next, CASE_TYPES.length)] ?? "WARN"],
				...[place % 1000 === 1 ? `${reason} ${RARE_WORD}` : reason],
				...[guild.member(zipfRank(next, Math.min(20, guild.size))), someone],
				...[open ? NONE : iso(at + 3_600_000 * (1 + 40 * next())), iso(at), iso(at)],
			];
		}),
	};
}

function voice(world: World): Lines {
	return {
		table: "discord_voice_states",
		columns: "guild_id, channel_id, user_id, session_id, joined_at, left_at",
		lines: lined(happening(world, "voice"), ({ guild, at, place, next, someone }) => [
			...[guild.id, guild.voice[zipfRank(next, guild.voice.length)]?.id ?? NONE, someone, `s${place}`],
			...[iso(at), iso(at + 60_000 * (1 + 90 * next() ** 2))],
		]),
	};
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}
