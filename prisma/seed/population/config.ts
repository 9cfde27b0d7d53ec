import type { WorldGuild } from "../world/types";
import type { Crowd } from "./crowd";
import type { Cell } from "./rows";
import { staffOf } from "./staff";

/** Columns of `guild_config` and their values. */
export type Settings = Record<string, Cell>;

/** One save of a server's configuration: what it sets, who saved it and when (Unix milliseconds). */
export type ConfigSave = { guildId: string; at: number; author: string; note: string | null; set: Settings };

const DAY = 86_400_000;

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

/** The saves that made a server's configuration what it is, oldest first. Each becomes a revision. */
export function configSaves(crowd: Crowd): ConfigSave[] {
	const { guild, start, end } = crowd;
	const [first, second] = staffOf(crowd, "manager").map(({ user }) => user.id);
	const owner = first ?? guild.ownerId;
	const other = second ?? owner;
	const save = (daysIn: number, author: string, note: string | null, set: Settings): ConfigSave => ({
		guildId: guild.id,
		at: Math.min(start + daysIn * DAY, end - 3_600_000),
		author,
		note,
		set,
	});
	const saves = [
		save(0.02, owner, null, initial(crowd)),
		save(0.5, owner, "Berlin, like most of us", { time_zone: guild.timeZone }),
	];
	if (guild.key !== "harbor") return saves;
	const support = channelOf(guild, "support");
	return [
		...saves,
		save(2, other, "Logs into their own channels", {
			mod_log_id: channelOf(guild, "mod-log"),
			audit_log_id: channelOf(guild, "audit-log"),
		}),
		save(19, other, "Starboard", { starboard_channel_id: channelOf(guild, "starboard") }),
		save(74, owner, "Assistant, careful start", {
			enabled: true,
			channels: support ? [support] : [],
			max_messages_per_user: 5,
		}),
		save(91, other, "It was too chatty", {
			system_prompt:
				"You help people who make small games. Answer in at most four sentences. Say which article you used. If you are not sure, hand over to a helper.",
			max_text_length: 1200,
		}),
		save(160, owner, null, {
			support_role_id: guild.roles.find(({ key }) => key === "helper")?.id ?? null,
			max_messages_per_user: 12,
		}),
		save(233, other, "People kept typing the old one", { prefix: "." }),
		save(236, owner, "Back again, the music bot uses the dot", { prefix: "!" }),
		save(340, owner, null, { join_log_id: channelOf(guild, "audit-log") }),
		save(389, other, "Reports go to the moderators", { report_log_id: channelOf(guild, "mod-chat") }),
	];
}
