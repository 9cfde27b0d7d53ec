import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { Crowd } from "./crowd";

/** One entry of Discord's audit log; `action` is Discord's number. */
export type Native = {
	action: number;
	target: string | null;
	changes?: readonly Record<string, unknown>[];
	options?: Record<string, unknown>;
	reason?: string;
};

type Scene = {
	member: string;
	channel: { id: string; name: string; topic: string | null };
	role: { id: string; name: string; color: number };
	end: number;
};

const ERRANDS: readonly ((random: Random, scene: Scene) => Native)[] = [
	(_, { member, role }) => ({
		action: 25,
		target: member,
		changes: [{ key: "$add", new_value: [{ id: role.id, name: role.name }] }],
	}),
	(_, { member, role }) => ({
		action: 25,
		target: member,
		changes: [{ key: "$remove", new_value: [{ id: role.id, name: role.name }] }],
	}),
	(_, { member }) => ({
		action: 24,
		target: member,
		changes: [{ key: "nick", old_value: "free n1tro", new_value: "please pick a name" }],
		reason: "Misleading name",
	}),
	(random, { channel }) => ({
		action: 11,
		target: channel.id,
		changes: [{ key: "rate_limit_per_user", old_value: 0, new_value: random.pick([5, 10, 30]) }],
		reason: "Jam weekend",
	}),
	(_, { channel }) => ({
		action: 11,
		target: channel.id,
		changes: [{ key: "topic", old_value: "", new_value: channel.topic ?? channel.name }],
	}),
	(_, { role }) => ({
		action: 31,
		target: role.id,
		changes: [{ key: "color", old_value: 0, new_value: role.color }],
	}),
	(_, { channel, role }) => ({
		action: 14,
		target: channel.id,
		changes: [{ key: "deny", old_value: "0", new_value: "2048" }],
		options: { id: role.id, type: "0", role_name: role.name },
	}),
	(random, { channel }) => ({
		action: 40,
		target: null,
		changes: [
			{ key: "max_uses", new_value: random.pick([0, 1, 10, 25]) },
			{ key: "channel_id", new_value: channel.id },
		],
	}),
	(_, { member, channel, end }) => ({
		action: 74,
		target: member,
		options: { channel_id: channel.id, message_id: snowflakeAt(end - 86_400_000, 7) },
	}),
	(_, { channel }) => ({ action: 26, target: null, options: { channel_id: channel.id, count: "1" } }),
];

/** Something of the everyday work of a server's staff, as Discord logs it. */
export function errand(random: Random, { guild, members, end }: Crowd): Native {
	const roles = guild.roles.filter((role) => role.key !== "everyone" && !role.managed);
	const scene = {
		member: random.pick(members).user.id,
		channel: random.pick(guild.channels),
		role: random.pick(roles),
		end,
	};
	return random.pick(ERRANDS)(random, scene);
}
