import type { WorldGuild } from "../world/types";
import type { Crowd } from "./crowd";
import type { Cell } from "./rows";
import { staffOf } from "./staff";

/** Columns of `guild_config` and their values. */
export type Settings = Record<string, Cell>;

/** One save of a server's configuration: what it sets, who saved it and when (Unix milliseconds). */
export type ConfigSave = { guildId: string; at: number; author: string; note: string | null; set: Settings };

const DAY = 86_400_000;

const PROMPT =
	"You help people who make small games. Answer in at most four sentences. Say which article you used. " +
	"If you are not sure, hand over to a helper.";

function channelOf(guild: WorldGuild, key: string): string | null {
	return guild.channels.find((channel) => channel.key === key)?.id ?? null;
}

function initial({ guild }: Crowd): Settings {
	const role = (level: 1 | 2 | 3 | 4 | 5) =>
		guild.roles.find(({ key }) => key === guild.permLevelRoles[level])?.id ?? null;
	return {
		prefix: "!",
		mod_log_id: channelOf(guild, "staff-room"),
		audit_log_id: null,
		join_log_id: null,
		jail_role_id: guild.roles.find(({ key }) => key === "muted")?.id ?? null,
		starboard_channel_id: null,
		perm_level_1_role_id: role(1),
		perm_level_2_role_id: role(2),
		perm_level_3_role_id: role(3),
		perm_level_4_role_id: role(4),
		perm_level_5_role_id: role(5),
		enabled: false,
		language: guild.preferredLocale.startsWith("de") ? "de" : "en",
		system_prompt: "You are a helpful AI assistant for this Discord server.",
		time_zone: "UTC",
		locale: guild.preferredLocale,
	};
}

type Edit = readonly [daysIn: number, by: "first" | "second", note: string | null, set: Settings];

/** What the staff of the large community changed over the year. */
function edits(guild: WorldGuild): Edit[] {
	const support = channelOf(guild, "support");
	const logs = { mod_log_id: channelOf(guild, "mod-log"), audit_log_id: channelOf(guild, "audit-log") };
	const helper = guild.roles.find(({ key }) => key === "helper")?.id ?? null;
	const careful = { enabled: true, channels: support ? [support] : [], max_messages_per_user: 5 };
	return [
		[2, "second", "Logs into their own channels", logs],
		[19, "second", "Starboard", { starboard_channel_id: channelOf(guild, "starboard") }],
		[74, "first", "Assistant, careful start", careful],
		[91, "second", "It was too chatty", { system_prompt: PROMPT, max_text_length: 1200 }],
		[160, "first", null, { support_role_id: helper, max_messages_per_user: 12 }],
		[233, "second", "People kept typing the old one", { prefix: "." }],
		[236, "first", "Back again, the music bot uses the dot", { prefix: "!" }],
		[340, "first", null, { join_log_id: channelOf(guild, "audit-log") }],
		[389, "second", "Reports go to the moderators", { report_log_id: channelOf(guild, "mod-chat") }],
	];
}

/** The saves that made a server's configuration what it is, oldest first. Each becomes a revision. */
export function configSaves(crowd: Crowd): ConfigSave[] {
	const { guild, start, end } = crowd;
	const staff = staffOf(crowd, "manager").map(({ user }) => user.id);
	const first = staff[0] ?? guild.ownerId;
	const authors = { first, second: staff[1] ?? first };
	const all: Edit[] = [
		[0.02, "first", null, initial(crowd)],
		[0.5, "first", "Where most of us live", { time_zone: guild.timeZone }],
		...(guild.key === "harbor" ? edits(guild) : []),
	];
	return all.map(([daysIn, by, note, set]) => ({
		guildId: guild.id,
		at: Math.min(start + daysIn * DAY, end - 3_600_000),
		author: authors[by],
		note,
		set,
	}));
}
