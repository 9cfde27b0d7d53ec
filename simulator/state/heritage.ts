import type { APIGuildScheduledEvent, APIUser } from "discord-api-types/v10";
import { standingBans } from "@/prisma/seed/population/order-rows";
import type { Cell, Row } from "@/prisma/seed/population/rows";
import type { Standing } from "@/prisma/seed/population/server";
import type { ThreadDraft } from "@/prisma/seed/population/threads";
import { CHANNEL_TYPE_NUMBER } from "@/prisma/seed/world/types";
import { noFlags, timestamp, userShape } from "../shapes/user";
import type { LivingGuild, LivingInvite, LivingThread, LivingVoiceState, LivingWebhook } from "./types";

type Users = Map<string, APIUser>;

/**
 * Gives a guild what the demo's database knows of it as still standing, so that comparing the two changes nothing:
 * open threads, bans, invites, webhooks, events to come, and who is talking.
 * @param now Unix milliseconds at which the demo begins
 */
export function inherit(guild: LivingGuild, standing: Standing, users: Users, now: number): void {
	for (const draft of standing.threads)
		if (!draft.archived) guild.threads.set(draft.id, thread(guild.id, draft));
	inheritBans(guild, standing, users);
	inheritEvents(guild, standing, users);
	for (const row of standing.rows("discord_invites")) {
		const over = row.revoked_at !== null || (time(row.expires_at) ?? Number.POSITIVE_INFINITY) <= now;
		if (!over) guild.invites.set(text(row.code), invite(row, users));
	}
	for (const row of standing.rows("discord_webhooks")) {
		if (row.deleted_at === null) guild.webhooks.set(text(row.id), webhook(row, users));
	}
	for (const row of standing.rows("discord_voice_states")) {
		if (row.left_at === null) guild.voice.set(text(row.user_id), voiceState(row));
	}
}

const text = (cell: Cell | undefined) => String(cell ?? "");
const optional = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : String(cell));
const time = (cell: Cell | undefined) => (cell instanceof Date ? cell.getTime() : null);
const written = (cell: Cell | undefined) => timestamp(time(cell) ?? 0);

function thread(guildId: string, draft: ThreadDraft): LivingThread {
	const { id, parent, name, owner, tagIds, locked, createdAt } = draft;
	const created = timestamp(createdAt);
	return {
		fields: {
			id,
			type: CHANNEL_TYPE_NUMBER[draft.type],
			guild_id: guildId,
			parent_id: parent.id,
			name,
			owner_id: owner.user.id,
			last_message_id: null,
			rate_limit_per_user: parent.rateLimitPerUser,
			flags: noFlags,
			applied_tags: [...tagIds],
			thread_metadata: {
				archived: false,
				auto_archive_duration: 10_080,
				archive_timestamp: created,
				locked,
				create_timestamp: created,
				...(draft.type === "private_thread" && { invitable: true }),
			},
		},
		members: new Map(),
	};
}

function inheritBans(guild: LivingGuild, { cases }: Standing, users: Users): void {
	for (const { user: member, reason } of standingBans(cases)) {
		const user = users.get(member.user.id) ?? userShape(member.user);
		users.set(user.id, user);
		guild.bans.set(user.id, { user, reason });
	}
}

function inheritEvents(guild: LivingGuild, standing: Standing, users: Users): void {
	for (const row of standing.rows("discord_scheduled_events")) {
		const status = ["scheduled", "active"].indexOf(text(row.status)) + 1;
		if (status > 0) guild.events.set(text(row.id), { fields: event(row, status, users), users: new Set() });
	}
	for (const { event_id, user_id, removed_at } of standing.rows("discord_event_participants")) {
		if (removed_at === null) guild.events.get(text(event_id))?.users.add(text(user_id));
	}
	for (const { fields, users: interested } of guild.events.values()) fields.user_count = interested.size;
}

function event(row: Row, status: number, users: Users): APIGuildScheduledEvent {
	const creator = users.get(text(row.creator_id));
	return {
		id: text(row.id),
		guild_id: text(row.guild_id),
		channel_id: text(row.channel_id),
		creator_id: text(row.creator_id),
		name: text(row.name),
		description: optional(row.description),
		image: null,
		scheduled_start_time: written(row.scheduled_start_time),
		scheduled_end_time: written(row.scheduled_end_time),
		privacy_level: 2,
		status,
		entity_type: row.entity_type === "stage_instance" ? 1 : 2,
		entity_id: null,
		entity_metadata: null,
		recurrence_rule: null,
		...(creator && { creator }),
	} as APIGuildScheduledEvent;
}

function invite(row: Row, users: Users): LivingInvite {
	const inviter = users.get(text(row.inviter_id));
	return {
		guild_id: text(row.guild_id),
		channel_id: text(row.channel_id),
		code: text(row.code),
		created_at: written(row.created_at),
		expires_at: row.expires_at === null ? null : written(row.expires_at),
		max_age: Number(row.max_age),
		max_uses: Number(row.max_uses),
		temporary: row.temporary === true,
		uses: Number(row.uses),
		...(inviter && { inviter }),
	};
}

function webhook(row: Row, users: Users): LivingWebhook {
	const user = users.get(text(row.creator_id));
	const follower = row.webhook_type === "channel_follower";
	return {
		id: text(row.id),
		type: follower ? 2 : 1,
		guild_id: text(row.guild_id),
		channel_id: text(row.channel_id),
		name: text(row.name),
		avatar: null,
		application_id: optional(row.application_id),
		...(user && { user }),
		...(follower && {
			source_guild: { id: text(row.source_guild_id), name: "Game Dev Weekly", icon: null },
			source_channel: { id: text(row.source_channel_id), name: "news" },
		}),
	};
}

function voiceState(row: Row): LivingVoiceState {
	return {
		guild_id: text(row.guild_id),
		channel_id: text(row.channel_id),
		user_id: text(row.user_id),
		session_id: text(row.session_id),
		deaf: false,
		mute: false,
		self_deaf: row.self_deaf === true,
		self_mute: row.self_mute === true,
		self_stream: row.self_stream === true,
		self_video: row.self_video === true,
		suppress: false,
		request_to_speak_timestamp: null,
	};
}
