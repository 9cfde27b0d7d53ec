import { PermissionFlagsBits } from "discord-api-types/v10";
import { snowflakeFor } from "../snowflake";
import { BOT, personId } from "./people";
import type { ChannelType, PersonKey, WorldChannel, WorldMember, WorldOverwrite, WorldRole } from "./types";

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

function buildChannel(
	guild: { id: string; createdAt: number; roles: readonly WorldRole[] },
	spec: ChannelSpec,
	place: { type: ChannelType; parentId: string | null; position: number },
): WorldChannel {
	const named = (kind: string, name: string) => snowflakeFor(`${guild.id}/${kind}/${name}`, guild.createdAt);
	return {
		...place,
		key: spec.key,
		id: named("channel", spec.key),
		name: spec.name ?? spec.key,
		topic: spec.topic ?? null,
		nsfw: false,
		rateLimitPerUser: spec.slowmode ?? 0,
		bitrate: place.type === "guild_voice" || place.type === "guild_stage_voice" ? 64_000 : null,
		userLimit: place.type === "guild_voice" ? (spec.userLimit ?? 0) : null,
		overwrites: buildOverwrites(guild.roles, spec.overwrites),
		availableTags: (spec.tags ?? []).map(([name, emoji, moderated = false]) => ({
			id: named("tag", `${spec.key}/${name}`),
			name,
			moderated,
			emoji_name: emoji,
		})),
		theme: spec.theme ?? null,
		weight: spec.weight ?? 0,
	};
}

/** Categories with their channels, positions in order of appearance. */
export function buildChannels(
	guildId: string,
	createdAt: number,
	roles: readonly WorldRole[],
	categories: readonly CategorySpec[],
): WorldChannel[] {
	const guild = { id: guildId, createdAt, roles };
	let position = 0;
	return categories.flatMap((spec) => {
		const category = buildChannel(guild, spec, {
			type: "guild_category",
			parentId: null,
			position: position++,
		});
		const channels = spec.channels.map((child) => {
			const overwrites = child.overwrites ?? spec.overwrites ?? [];
			const type = child.type ?? "guild_text";
			return buildChannel(
				guild,
				{ ...child, overwrites },
				{ type, parentId: category.id, position: position++ },
			);
		});
		return [category, ...channels];
	});
}

/** Makes the memberships of the six and of the bot, with roles named by key. */
export function memberMaker(guildId: string, roles: readonly WorldRole[]) {
	const roleId = (key: string) => roles.find((role) => role.key === key)?.id ?? guildId;
	return (who: PersonKey | "bot", joinedAt: number, nick: string | null, ...keys: string[]): WorldMember => ({
		userId: who === "bot" ? BOT.id : personId(who),
		nick,
		roleIds: keys.map(roleId),
		joinedAt,
	});
}
