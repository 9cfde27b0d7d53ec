import { PermissionFlagsBits } from "discord-api-types/v10";
import { snowflakeFor } from "../snowflake";
import type { ChannelType, WorldChannel, WorldOverwrite, WorldRole } from "./types";

export type Bit = keyof typeof PermissionFlagsBits;

/** Permission names combined, as a decimal string. */
export function bits(...names: Bit[]): string {
	return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n).toString();
}

/** Every permission there is: what Discord reports for owners and administrators. */
export const ALL_BITS = Object.values(PermissionFlagsBits)
	.reduce((sum, bit) => sum | bit, 0n)
	.toString();

/** Several decimal bit strings combined. */
export function union(...values: string[]): string {
	return values.reduce((sum, value) => sum | BigInt(value), 0n).toString();
}

export type RoleSpec = Pick<WorldRole, "key" | "name"> &
	Partial<
		Pick<WorldRole, "color" | "hoist" | "managed" | "mentionable" | "unicodeEmoji" | "tags" | "permissions">
	>;

/** Roles from the highest to the lowest; the last one is @everyone and takes the guild's id. */
export function buildRoles(guildId: string, createdAt: number, specs: readonly RoleSpec[]): WorldRole[] {
	return specs.map((spec, index) => ({
		color: 0,
		hoist: false,
		managed: false,
		mentionable: false,
		unicodeEmoji: null,
		tags: null,
		permissions: "0",
		...spec,
		id: spec.key === "everyone" ? guildId : snowflakeFor(`${guildId}/role/${spec.key}`, createdAt),
		position: specs.length - 1 - index,
	}));
}

export type OverwriteSpec = { role: string; allow?: string; deny?: string };

export type ChannelSpec = {
	key: string;
	name?: string;
	type?: ChannelType;
	topic?: string;
	theme?: string;
	weight?: number;
	slowmode?: number;
	userLimit?: number;
	tags?: readonly (readonly [name: string, emoji: string | null, moderated?: boolean])[];
	overwrites?: readonly OverwriteSpec[];
};

export type CategorySpec = ChannelSpec & { channels: readonly ChannelSpec[] };

function buildOverwrites(
	roles: readonly WorldRole[],
	specs: readonly OverwriteSpec[] = [],
): WorldOverwrite[] {
	return specs.map(({ role, allow = "0", deny = "0" }) => {
		const target = roles.find((candidate) => candidate.key === role);
		if (!target) throw new Error(`no role is called ${role}`);
		return { type: "role", targetId: target.id, allow, deny };
	});
}

/** Categories with their channels, positions in order of appearance. */
export function buildChannels(
	guildId: string,
	createdAt: number,
	roles: readonly WorldRole[],
	categories: readonly CategorySpec[],
): WorldChannel[] {
	const idOf = (key: string) => snowflakeFor(`${guildId}/channel/${key}`, createdAt);
	let position = 0;
	const channel = (spec: ChannelSpec, parentId: string | null, type: ChannelType): WorldChannel => ({
		key: spec.key,
		id: idOf(spec.key),
		type,
		name: spec.name ?? spec.key,
		position: position++,
		parentId,
		topic: spec.topic ?? null,
		nsfw: false,
		rateLimitPerUser: spec.slowmode ?? 0,
		bitrate: type === "guild_voice" || type === "guild_stage_voice" ? 64_000 : null,
		userLimit: type === "guild_voice" ? (spec.userLimit ?? 0) : null,
		overwrites: buildOverwrites(roles, spec.overwrites),
		availableTags: (spec.tags ?? []).map(([name, emoji, moderated = false]) => ({
			id: snowflakeFor(`${guildId}/tag/${spec.key}/${name}`, createdAt),
			name,
			moderated,
			emoji_name: emoji,
		})),
		theme: spec.theme ?? null,
		weight: spec.weight ?? 0,
	});
	return categories.flatMap((category) => [
		channel(category, null, "guild_category"),
		...category.channels.map((spec) =>
			channel(
				{ ...spec, overwrites: spec.overwrites ?? category.overwrites ?? [] },
				idOf(category.key),
				spec.type ?? "guild_text",
			),
		),
	]);
}
