import type { Told } from "@/bench/soak/expected/told";
import { json, moment, plain, type TableExpectation } from "@/bench/soak/table";
import { channelTypeName } from "@/lib/discord/channels";
import { memberCount } from "@/simulator/shapes/guild";

const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, plain(name)]));

/** The guild itself, its channels with their overwrites, its threads, roles, emojis and stickers. */
export function structureOf(told: Told): TableExpectation[] {
	return [
		guild(told),
		channels(told),
		threads(told),
		gone(told),
		overwrites(told),
		roles(told),
		goneRoles(told),
	];
}

function guild({ dump, guild: living, state }: Told): TableExpectation {
	const fields = [
		...["id", "name", "icon", "banner", "splash", "owner_id", "description", "vanity_url_code"],
		...["afk_channel_id", "afk_timeout", "system_channel_id", "system_channel_flags", "rules_channel_id"],
		...["public_updates_channel_id", "verification_level", "explicit_content_filter", "mfa_level"],
		...["default_message_notifications", "premium_tier", "premium_subscription_count"],
		...["preferred_locale", "member_count", "unavailable", "bot_active", "left_at"],
	];
	const row = {
		...dump.guild,
		member_count: memberCount(living),
		unavailable: false,
		bot_active: state.core.hears(living),
		left_at: null,
	};
	return { table: "discord_guilds", key: ["id"], columns: present(fields), rows: [row] };
}

const channelFields = [
	...["id", "channel_type", "name", "parent_id", "rate_limit_per_user", "flags", "last_message_id"],
] as const;

function channels({ dump }: Told): TableExpectation {
	return {
		table: "discord_channels",
		key: ["id"],
		columns: {
			...present([...channelFields, "position", "topic", "nsfw", "bitrate", "user_limit", "rtc_region"]),
			last_pin_timestamp: moment("last_pin_timestamp"),
			available_tags: json("available_tags"),
		},
		where: "deleted_at IS NULL AND channel_type NOT LIKE '%\\_thread'",
		rows: dump.channels.map((channel) => ({
			...{ nsfw: false, rate_limit_per_user: 0 },
			...channel,
			channel_type: channelTypeName(channel.type),
		})),
	};
}

/** How many messages a thread has is told only when it changes in another way. */
function threads({ dump }: Told): TableExpectation {
	return {
		table: "discord_channels",
		key: ["id"],
		columns: {
			...present([...channelFields, "owner_id", "archived", "locked", "auto_archive_duration"]),
			archive_timestamp: moment("archive_timestamp"),
			applied_tags: json("to_jsonb(applied_tags::text[])"),
		},
		where: "deleted_at IS NULL AND channel_type LIKE '%\\_thread'",
		rows: dump.threads.map(({ thread_metadata, ...thread }) => ({
			...thread,
			...thread_metadata,
			channel_type: channelTypeName(thread.type),
		})),
	};
}

function gone({ history, missed }: Told): TableExpectation {
	return {
		table: "discord_channels",
		key: ["id"],
		columns: present(["id"]),
		where: "deleted_at IS NOT NULL",
		rows: [...history.deletedChannels].map((id) => ({ id })),
		excuse: ({ id }, { kind }) =>
			kind === "missing" && missed(`made:channel:${id}`) !== undefined ? "it came and went" : undefined,
	};
}

function overwrites({ dump }: Told): TableExpectation {
	return {
		table: "discord_channel_permissions",
		key: ["channel_id", "permission_type", "target_id"],
		columns: present(["channel_id", "permission_type", "target_id", "allow", "deny"]),
		where: "EXISTS (SELECT FROM discord_channels c WHERE c.id = t.channel_id AND c.deleted_at IS NULL)",
		rows: dump.channels.flatMap(({ id, permission_overwrites }) =>
			permission_overwrites.map(({ id: target_id, type, allow, deny }) => ({
				...{ channel_id: id, target_id, allow, deny },
				permission_type: type === 0 ? "role" : "member",
			})),
		),
	};
}

function roles({ dump }: Told): TableExpectation {
	const fields = [
		...["id", "name", "color", "hoist", "icon", "unicode_emoji", "position", "permissions", "managed"],
		...["mentionable", "flags"],
	];
	return {
		table: "discord_roles",
		key: ["id"],
		columns: { ...present(fields), tags: json("tags") },
		where: "deleted_at IS NULL",
		rows: dump.roles.map((role) => ({ ...role })),
	};
}

function goneRoles({ history, missed }: Told): TableExpectation {
	return {
		table: "discord_roles",
		key: ["id"],
		columns: present(["id"]),
		where: "deleted_at IS NOT NULL",
		rows: [...history.deletedRoles].map((id) => ({ id })),
		excuse: ({ id }, { kind }) =>
			kind === "missing" && missed(`made:role:${id}`) !== undefined ? "it came and went" : undefined,
	};
}
