import { type APIGuildScheduledEvent, AuditLogEvent } from "discord-api-types/v10";
import { unknownScheduledEvent } from "../errors";
import { changesBetween, writeAudit } from "./audit";
import type { Core } from "./core";
import type { Actor, LivingScheduledEvent } from "./types";

export type ScheduledEventInput = {
	name: string;
	description?: string;
	/** Unix milliseconds. */
	startsAt: number;
	endsAt?: number;
	/** A voice or stage channel; without one it takes place elsewhere, at `location`. */
	channelId?: string;
	location?: string;
};

export type ScheduledEventPatch = { name?: string; description?: string; status?: 1 | 2 | 3 | 4 };

const audited = ["name", "description", "status", "entity_type", "channel_id"];

/** What a guild plans. */
export class ScheduledEvents {
	readonly #core: Core;

	constructor(core: Core) {
		this.#core = core;
	}

	/** @throws DiscordError 10070 */
	get(guildId: string, eventId: string): LivingScheduledEvent {
		const event = this.#core.guild(guildId).events.get(eventId);
		if (!event) throw unknownScheduledEvent();
		return event;
	}

	create(guildId: string, input: ScheduledEventInput, by: Actor): APIGuildScheduledEvent {
		const guild = this.#core.guild(guildId);
		const { channelId = null, location, endsAt } = input;
		const type = channelId === null ? external : guild.channels.get(channelId)?.type === 13 ? stage : voice;
		const creator = this.#core.users.get(by.userId);
		const fields = {
			id: this.#core.ids.next(),
			guild_id: guildId,
			channel_id: channelId,
			creator_id: by.userId,
			name: input.name,
			description: input.description ?? null,
			image: null,
			scheduled_start_time: this.#core.time(input.startsAt),
			scheduled_end_time: endsAt === undefined ? null : this.#core.time(endsAt),
			privacy_level: 2,
			status: 1,
			entity_type: type,
			entity_id: null,
			entity_metadata: location === undefined ? null : { location },
			recurrence_rule: null,
			...(creator && { creator }),
			user_count: 0,
		} as APIGuildScheduledEvent;
		guild.events.set(fields.id, { fields, users: new Set() });
		this.#core.stream.emit("GUILD_SCHEDULED_EVENT_CREATE", guildId, fields);
		const note = { action: AuditLogEvent.GuildScheduledEventCreate, targetId: fields.id };
		const changes = changesBetween({}, fields, audited);
		writeAudit(this.#core, guild, by, { ...note, ...(changes && { changes }) });
		return fields;
	}

	/** Status: 1 scheduled, 2 active, 3 completed, 4 canceled; the last two end it. @throws DiscordError 10070 */
	update(guildId: string, eventId: string, patch: ScheduledEventPatch, by: Actor): APIGuildScheduledEvent {
		const guild = this.#core.guild(guildId);
		const event = this.get(guildId, eventId);
		const before = event.fields;
		event.fields = { ...before, ...patch };
		if (event.fields.status > 2) guild.events.delete(eventId);
		this.#core.stream.emit("GUILD_SCHEDULED_EVENT_UPDATE", guildId, event.fields);
		const note = { action: AuditLogEvent.GuildScheduledEventUpdate, targetId: eventId };
		const changes = changesBetween(before, event.fields, audited);
		if (changes) writeAudit(this.#core, guild, by, { ...note, changes });
		return event.fields;
	}

	/** @throws DiscordError 10070 */
	delete(guildId: string, eventId: string, by: Actor): void {
		const guild = this.#core.guild(guildId);
		const { fields } = this.get(guildId, eventId);
		guild.events.delete(eventId);
		this.#core.stream.emit("GUILD_SCHEDULED_EVENT_DELETE", guildId, fields);
		writeAudit(this.#core, guild, by, { action: AuditLogEvent.GuildScheduledEventDelete, targetId: eventId });
	}

	/** Somebody is interested, or no longer. @throws DiscordError 10070 */
	setInterested(guildId: string, eventId: string, userId: string, interested: boolean): void {
		const event = this.get(guildId, eventId);
		if (event.users.has(userId) === interested) return;
		if (interested) event.users.add(userId);
		else event.users.delete(userId);
		event.fields = { ...event.fields, user_count: event.users.size };
		const name = interested ? "GUILD_SCHEDULED_EVENT_USER_ADD" : "GUILD_SCHEDULED_EVENT_USER_REMOVE";
		const data = { guild_scheduled_event_id: eventId, user_id: userId, guild_id: guildId };
		this.#core.stream.emit(name, guildId, data);
	}
}

/** Discord's numbers for where an event takes place. */
const [stage, voice, external] = [1, 2, 3];
