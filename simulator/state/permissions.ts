import { type APIOverwrite, PermissionFlagsBits } from "discord-api-types/v10";
import { ALL_BITS } from "@/prisma/seed/world/build";
import type { LivingChannel, LivingGuild } from "./types";

export type PermissionName = keyof typeof PermissionFlagsBits;

const all = BigInt(ALL_BITS);

/** A member's permissions across the guild; 0 for someone who is not in it. */
export function guildPermissions(guild: LivingGuild, userId: string): bigint {
	const member = guild.members.get(userId);
	if (!member) return 0n;
	if (guild.settings.owner_id === userId) return all;
	const override = guild.overrides.get(userId);
	if (override !== undefined) return BigInt(override);
	let held = BigInt(guild.roles.get(guild.id)?.permissions ?? "0");
	for (const roleId of member.roles) held |= BigInt(guild.roles.get(roleId)?.permissions ?? "0");
	return held & PermissionFlagsBits.Administrator ? all : held;
}

/** A member's permissions in a channel: everyone's overwrite, then those of their roles together, then their own. */
export function channelPermissions(guild: LivingGuild, channel: LivingChannel, userId: string): bigint {
	let held = guildPermissions(guild, userId);
	if (held === all) return all;
	const roles = new Set(guild.members.get(userId)?.roles);
	const overwrites = channel.permission_overwrites;
	const steps = [
		overwrites.filter(({ id }) => id === guild.id),
		overwrites.filter(({ id }) => roles.has(id)),
		overwrites.filter(({ id }) => id === userId),
	];
	for (const step of steps) {
		held = (held & ~combined(step, "deny")) | combined(step, "allow");
	}
	return held & PermissionFlagsBits.ViewChannel ? held : 0n;
}

const combined = (overwrites: APIOverwrite[], side: "allow" | "deny") =>
	overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite[side]), 0n);

/** The position of a member's highest role; the owner ranks above all. */
export function rank(guild: LivingGuild, userId: string): number {
	if (guild.settings.owner_id === userId) return Number.POSITIVE_INFINITY;
	const roles = guild.members.get(userId)?.roles ?? [];
	return Math.max(0, ...roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

/** Whether somebody ranks above another member; a non-member ranks above nobody and below all. */
export const outranks = (guild: LivingGuild, userId: string, targetId: string): boolean =>
	!guild.members.has(targetId) || rank(guild, userId) > rank(guild, targetId);
