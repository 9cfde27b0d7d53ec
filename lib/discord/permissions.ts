/** The headings Discord's own role editor groups permissions under. */
export const permissionCategories = ["general", "text", "voice", "stage", "events", "apps"] as const;
export type PermissionCategory = (typeof permissionCategories)[number];

/**
 * Every permission with its bit, its heading, and whether it concerns the whole server only. Those are marked
 * `guild`: a channel's overwrites cannot change them and they mean nothing inside one channel.
 * Source: Discord's documentation, topics/permissions. Bit 47 is unassigned.
 */
const table = {
	VIEW_CHANNEL: { bit: 10n, category: "general", scope: "channel" },
	MANAGE_CHANNELS: { bit: 4n, category: "general", scope: "channel" },
	MANAGE_ROLES: { bit: 28n, category: "general", scope: "channel" },
	CREATE_GUILD_EXPRESSIONS: { bit: 43n, category: "general", scope: "guild" },
	MANAGE_GUILD_EXPRESSIONS: { bit: 30n, category: "general", scope: "guild" },
	VIEW_AUDIT_LOG: { bit: 7n, category: "general", scope: "guild" },
	VIEW_GUILD_INSIGHTS: { bit: 19n, category: "general", scope: "guild" },
	VIEW_CREATOR_MONETIZATION_ANALYTICS: { bit: 41n, category: "general", scope: "guild" },
	MANAGE_WEBHOOKS: { bit: 29n, category: "general", scope: "channel" },
	MANAGE_GUILD: { bit: 5n, category: "general", scope: "guild" },
	CREATE_INSTANT_INVITE: { bit: 0n, category: "general", scope: "channel" },
	CHANGE_NICKNAME: { bit: 26n, category: "general", scope: "guild" },
	MANAGE_NICKNAMES: { bit: 27n, category: "general", scope: "guild" },
	KICK_MEMBERS: { bit: 1n, category: "general", scope: "guild" },
	BAN_MEMBERS: { bit: 2n, category: "general", scope: "guild" },
	MODERATE_MEMBERS: { bit: 40n, category: "general", scope: "guild" },
	ADMINISTRATOR: { bit: 3n, category: "general", scope: "guild" },
	SEND_MESSAGES: { bit: 11n, category: "text", scope: "channel" },
	SEND_MESSAGES_IN_THREADS: { bit: 38n, category: "text", scope: "channel" },
	CREATE_PUBLIC_THREADS: { bit: 35n, category: "text", scope: "channel" },
	CREATE_PRIVATE_THREADS: { bit: 36n, category: "text", scope: "channel" },
	EMBED_LINKS: { bit: 14n, category: "text", scope: "channel" },
	ATTACH_FILES: { bit: 15n, category: "text", scope: "channel" },
	ADD_REACTIONS: { bit: 6n, category: "text", scope: "channel" },
	USE_EXTERNAL_EMOJIS: { bit: 18n, category: "text", scope: "channel" },
	USE_EXTERNAL_STICKERS: { bit: 37n, category: "text", scope: "channel" },
	MENTION_EVERYONE: { bit: 17n, category: "text", scope: "channel" },
	MANAGE_MESSAGES: { bit: 13n, category: "text", scope: "channel" },
	PIN_MESSAGES: { bit: 51n, category: "text", scope: "channel" },
	BYPASS_SLOWMODE: { bit: 52n, category: "text", scope: "channel" },
	MANAGE_THREADS: { bit: 34n, category: "text", scope: "channel" },
	READ_MESSAGE_HISTORY: { bit: 16n, category: "text", scope: "channel" },
	SEND_TTS_MESSAGES: { bit: 12n, category: "text", scope: "channel" },
	SEND_VOICE_MESSAGES: { bit: 46n, category: "text", scope: "channel" },
	SEND_POLLS: { bit: 49n, category: "text", scope: "channel" },
	CONNECT: { bit: 20n, category: "voice", scope: "channel" },
	SPEAK: { bit: 21n, category: "voice", scope: "channel" },
	STREAM: { bit: 9n, category: "voice", scope: "channel" },
	USE_SOUNDBOARD: { bit: 42n, category: "voice", scope: "channel" },
	USE_EXTERNAL_SOUNDS: { bit: 45n, category: "voice", scope: "channel" },
	USE_VAD: { bit: 25n, category: "voice", scope: "channel" },
	PRIORITY_SPEAKER: { bit: 8n, category: "voice", scope: "channel" },
	MUTE_MEMBERS: { bit: 22n, category: "voice", scope: "channel" },
	DEAFEN_MEMBERS: { bit: 23n, category: "voice", scope: "channel" },
	MOVE_MEMBERS: { bit: 24n, category: "voice", scope: "channel" },
	SET_VOICE_CHANNEL_STATUS: { bit: 48n, category: "voice", scope: "channel" },
	REQUEST_TO_SPEAK: { bit: 32n, category: "stage", scope: "channel" },
	CREATE_EVENTS: { bit: 44n, category: "events", scope: "channel" },
	MANAGE_EVENTS: { bit: 33n, category: "events", scope: "channel" },
	USE_APPLICATION_COMMANDS: { bit: 31n, category: "apps", scope: "channel" },
	USE_EMBEDDED_ACTIVITIES: { bit: 39n, category: "apps", scope: "channel" },
	USE_EXTERNAL_APPS: { bit: 50n, category: "apps", scope: "channel" },
} as const satisfies Record<
	string,
	{ bit: bigint; category: PermissionCategory; scope: "guild" | "channel" }
>;

export type PermissionName = keyof typeof table;

/** All names, in the order the role editor shows them. */
export const permissionNames = Object.keys(table) as PermissionName[];

/** The permission as a mask. Masks reach 2^52 and grow: never do this arithmetic in `number`. */
export function permissionBit(name: PermissionName): bigint {
	return 1n << table[name].bit;
}

/** Whether a channel's overwrites can give or take it. */
export function isChannelPermission(name: PermissionName): boolean {
	return table[name].scope === "channel";
}

/** The permissions under one heading, in the role editor's order. */
export function permissionsIn(category: PermissionCategory): PermissionName[] {
	return permissionNames.filter((name) => table[name].category === category);
}

/** The mask of several permissions together. */
export function permissionMask(names: readonly PermissionName[]): bigint {
	return names.reduce((mask, name) => mask | permissionBit(name), 0n);
}

/** Every permission this table knows. */
export const allPermissions = permissionMask(permissionNames);

/** A bit field as Discord and the database write it: decimal text. Throws `SyntaxError` on anything else. */
export function parsePermissions(value: string | bigint): bigint {
	if (typeof value === "bigint") {
		return value;
	}
	if (!/^\d{1,20}$/.test(value)) {
		throw new SyntaxError(`Not a permission bit field: ${value}`);
	}
	return BigInt(value);
}

/** Whether the bit itself is set. Administrator and ownership are the caller's (see effective-permissions). */
export function hasBit(bits: string | bigint, name: PermissionName): boolean {
	return (parsePermissions(bits) & permissionBit(name)) !== 0n;
}

/** The known permissions in a bit field and, apart, the bits that Discord added after this table. */
export function namePermissions(bits: string | bigint): { names: PermissionName[]; unknownBits: bigint } {
	const field = parsePermissions(bits);
	return {
		names: permissionNames.filter((name) => hasBit(field, name)),
		unknownBits: field & ~allPermissions,
	};
}
