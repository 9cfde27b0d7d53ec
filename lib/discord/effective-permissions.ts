import { isThread, isVoice } from "./channels";
import {
	allPermissions,
	isChannelPermission,
	type PermissionName,
	parsePermissions,
	permissionBit,
	permissionMask,
	permissionNames,
	permissionsIn,
} from "./permissions";

export type Overwrite = {
	/** The role's or the member's id; the guild's own id means @everyone. */
	id: string;
	kind: "role" | "member";
	/** Bit fields as decimal text or bigint. */
	allow: string | bigint;
	deny: string | bigint;
};

export type OverwrittenChannel = { id: string; type: string; overwrites: readonly Overwrite[] };

export type PermissionSubject = {
	guild: { id: string; ownerId: string };
	member: { userId: string; roleIds: readonly string[]; timedOutUntil?: Date | string | null };
	/** The guild's roles, @everyone (whose id is the guild's) among them. */
	roles: readonly { id: string; permissions: string | bigint }[];
	/** Leave out for what the member may do in the server as a whole. */
	channel?: OverwrittenChannel;
	/** For a thread, the channel it hangs under. A category's overwrites never apply by themselves. */
	parentChannel?: OverwrittenChannel;
	/** The moment that decides whether a timeout is running. */
	at: Date;
};

export type PermissionSource =
	| "owner"
	| "administrator"
	| "everyone"
	| "role"
	| "overwrite-everyone"
	| "overwrite-role"
	| "overwrite-member"
	| "timeout"
	| "implicit";

export type PermissionReason = {
	source: PermissionSource;
	/** The role or member it comes from. */
	id?: string;
	effect: "allow" | "deny";
	/** For `implicit`: the permission whose absence takes this one away. */
	missing?: PermissionName;
};

/** `because` is in the order of application: the last reason decides; empty means that nothing grants it. */
export type PermissionVerdict = { allowed: boolean; because: PermissionReason[] };

export type EffectivePermissions = {
	/** The known permissions that are allowed. */
	bits: bigint;
	verdicts: Record<PermissionName, PermissionVerdict>;
};

type Step = PermissionReason & { bits: bigint };

const afterTimeout = permissionMask(["VIEW_CHANNEL", "READ_MESSAGE_HISTORY"]);
const channelBits = permissionMask(permissionNames.filter(isChannelPermission));
const needsSending = permissionMask(["MENTION_EVERYONE", "SEND_TTS_MESSAGES", "ATTACH_FILES", "EMBED_LINKS"]);
const needsConnection = permissionMask([
	...permissionsIn("voice"),
	...permissionsIn("stage"),
	"MANAGE_CHANNELS",
	"MANAGE_ROLES",
]);

/**
 * What a member may do in a server or in one of its channels, and why: Discord's algorithm with its steps kept.
 * In a thread `SEND_MESSAGES` keeps its value but has no effect; `SEND_MESSAGES_IN_THREADS` decides there.
 * Throws `SyntaxError` when a bit field is not one.
 */
export function effectivePermissions(subject: PermissionSubject): EffectivePermissions {
	const { guild, member } = subject;
	if (member.userId === guild.ownerId) {
		return settle([{ source: "owner", id: member.userId, effect: "allow", bits: allPermissions }]);
	}
	const granted = grantedByRoles(subject);
	const administrators = granted.filter((step) => (step.bits & permissionBit("ADMINISTRATOR")) !== 0n);
	if (administrators.length > 0) {
		return settle(administrators.map((step) => ({ ...step, source: "administrator", bits: allPermissions })));
	}
	const steps = [...granted, ...overwriteSteps(subject)];
	if (subject.channel) {
		steps.push(...implicitDenials(steps, subject.channel.type));
	}
	if (isTimedOut(member.timedOutUntil, subject.at)) {
		const lost = combine(steps) & ~afterTimeout;
		steps.push({ source: "timeout", id: member.userId, effect: "deny", bits: lost });
	}
	return settle(steps);
}

function grantedByRoles({ guild, member, roles }: PermissionSubject): Step[] {
	const held = new Set(member.roleIds);
	return roles
		.filter((role) => role.id === guild.id || held.has(role.id))
		.toSorted((a, b) => Number(b.id === guild.id) - Number(a.id === guild.id))
		.map((role) => ({
			source: role.id === guild.id ? "everyone" : "role",
			id: role.id,
			effect: "allow",
			bits: parsePermissions(role.permissions),
		}));
}

/** @everyone's overwrite, then all denials of the member's roles, then all their allowances, then the member's. */
function overwriteSteps({ guild, member, channel, parentChannel }: PermissionSubject): Step[] {
	if (!channel) {
		return [];
	}
	const { overwrites } = isThread(channel.type) && parentChannel ? parentChannel : channel;
	const held = new Set(member.roleIds);
	const ofRoles = overwrites.filter(({ kind, id }) => kind === "role" && id !== guild.id && held.has(id));
	return [
		...overwrites
			.filter(({ kind, id }) => kind === "role" && id === guild.id)
			.flatMap(bothSteps("overwrite-everyone")),
		...ofRoles.map((overwrite) => overwriteStep(overwrite, "overwrite-role", "deny")),
		...ofRoles.map((overwrite) => overwriteStep(overwrite, "overwrite-role", "allow")),
		...overwrites
			.filter(({ kind, id }) => kind === "member" && id === member.userId)
			.flatMap(bothSteps("overwrite-member")),
	];
}

function bothSteps(source: PermissionSource): (overwrite: Overwrite) => Step[] {
	return (overwrite) => [overwriteStep(overwrite, source, "deny"), overwriteStep(overwrite, source, "allow")];
}

function overwriteStep(overwrite: Overwrite, source: PermissionSource, effect: "allow" | "deny"): Step {
	return { source, id: overwrite.id, effect, bits: parsePermissions(overwrite[effect]) & channelBits };
}

/** What falls away because another permission is missing; only what was there until then. */
function implicitDenials(steps: readonly Step[], channelType: string): Step[] {
	const before = combine(steps);
	const lacks = (name: PermissionName) => (before & permissionBit(name)) === 0n;
	const without = (missing: PermissionName, dependent: bigint): Step[] => [
		{ source: "implicit", effect: "deny", missing, bits: before & dependent },
	];
	if (lacks("VIEW_CHANNEL")) {
		return without("VIEW_CHANNEL", channelBits);
	}
	const sending = isThread(channelType) ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES";
	return [
		...(lacks(sending) ? without(sending, needsSending) : []),
		...(isVoice(channelType) && lacks("CONNECT") ? without("CONNECT", needsConnection) : []),
	];
}

function isTimedOut(until: Date | string | null | undefined, at: Date): boolean {
	return until !== null && until !== undefined && new Date(until).getTime() > at.getTime();
}

function combine(steps: readonly Step[]): bigint {
	return steps.reduce((held, { effect, bits }) => (effect === "allow" ? held | bits : held & ~bits), 0n);
}

function settle(steps: readonly Step[]): EffectivePermissions {
	const bits = combine(steps) & allPermissions;
	const verdicts = Object.fromEntries(
		permissionNames.map((name) => {
			const bit = permissionBit(name);
			const because = steps
				.filter((step) => (step.bits & bit) !== 0n)
				.map(({ bits: _bits, ...reason }) => reason);
			return [name, { allowed: (bits & bit) !== 0n, because }];
		}),
	) as Record<PermissionName, PermissionVerdict>;
	return { bits, verdicts };
}
