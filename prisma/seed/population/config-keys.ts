import type { Crowd } from "./crowd";

/** One save of a dynamic key: the value it gets, who saved it and when (Unix milliseconds). */
export type KeySave = {
	guildId: string;
	at: number;
	author: string;
	note: string | null;
	key: string;
	value: unknown;
	description: string;
};

const DAY = 86_400_000;

const KEYS: readonly (readonly [key: string, value: unknown, description: string])[] = [
	["jam.current_theme", "Roots", "Shown by /jam theme"],
	["jam.submissions_open", true, "Whether /jam submit takes entries"],
	["levels.xp_per_message", [15, 25], "Lowest and highest experience of one message"],
	["levels.cooldown_seconds", 60, "Pause between two messages that count"],
	["levels.announce", { channel: "bot-commands", every: 5 }, "Where and how often level-ups are told"],
	["raid_guard.joins_per_minute", 12, "Invites pause above this"],
	["raid_guard.pause_minutes", 30, "For how long"],
	["word_filter.action", "delete_and_warn", "What happens to a blocked word"],
	["welcome.message", "Ahoy {member}, pick your roles and say hello.", "Sent by direct message"],
	["remind.max_per_member", 25, "Open reminders a member may have"],
];

/** The saves that gave a server its dynamic keys, oldest first. Each becomes a revision. */
export function keySaves({ guild, start, end }: Crowd): KeySave[] {
	const full = guild.key === "harbor";
	const by = { guildId: guild.id, author: guild.ownerId };
	const made = (full ? KEYS : KEYS.slice(3, 4)).map(([key, value, description], index) => ({
		...by,
		at: start + (index * 17 + 2) * DAY,
		note: null,
		key,
		value,
		description,
	}));
	const [theme] = KEYS;
	if (!full || theme === undefined) return made;
	const [key, , description] = theme;
	return [
		...made,
		{ ...by, at: end - 20 * DAY, note: "The next jam", key, value: "Only one light", description },
	];
}
