import { bulk, recordset } from "@/bot/rows/bulk";
import { InterestChanges } from "@/bot/rows/event-interests";
import { type GuildMoment, GuildRows, guildMoment } from "@/bot/rows/guild-rows";
import { firstTime, type Patch } from "@/bot/rows/patches";
import { overtaken } from "@/bot/rows/placeholders";
import type { Changes } from "@/bot/rows/tables";
import type { UserChanges } from "@/bot/rows/users";
import type { Db } from "@/bot/scope";

const columns = {
	channel_id: { type: "bigint" },
	creator_id: { type: "bigint" },
	name: { type: "text", otherwise: "'unknown-event'" },
	description: { type: "text" },
	scheduled_start_time: { type: "timestamptz", otherwise: "s.first_at" },
	scheduled_end_time: { type: "timestamptz" },
	privacy_level: { type: "smallint", otherwise: "2" },
	// An event that is over stays so, whatever comes later.
	status: {
		type: "text",
		otherwise: "'unknown'",
		merged: "CASE WHEN t.status IN ('completed', 'canceled') THEN t.status ELSE excluded.status END",
	},
	entity_type: { type: "text", otherwise: "'unknown'" },
	entity_id: { type: "bigint" },
	entity_metadata: { type: "jsonb" },
	recurrence_rule: { type: "jsonb" },
	image: { type: "text" },
	// Null until it is told: nobody knows how many were interested before.
	user_count: { type: "integer", merged: firstTime("user_count") },
} as const;

export type EventPatch = Patch<typeof columns>;

/** Discord lists the events that are to come or under way. */
const endUnlisted = `
UPDATE discord_scheduled_events t
SET status = CASE t.status WHEN 'active' THEN 'completed' ELSE 'canceled' END, observed_at = s.at
FROM ${recordset(guildMoment)}
WHERE t.guild_id = s.guild_id AND t.status NOT IN ('completed', 'canceled') AND ${overtaken}`;

/** `discord_scheduled_events`, and who is interested in them. */
export class EventChanges implements Changes {
	readonly #users: UserChanges;
	readonly #over = new Set<string>();
	readonly #complete: GuildMoment[] = [];
	readonly #interests = new InterestChanges();
	readonly #rows = new GuildRows(
		"discord_scheduled_events",
		columns,
		{ first_at: "timestamptz" },
		{
			name: "'unknown-event'",
			scheduled_start_time: "s.first_at",
			privacy_level: "2",
			status: "'unknown'",
			user_count: "NULL",
			entity_type: "'unknown'",
		},
	);

	constructor(users: UserChanges) {
		this.#users = users;
	}

	put(guildId: string, id: string, at: string, { status, ...patch }: EventPatch): void {
		if (typeof patch.creator_id === "string") this.#users.need(patch.creator_id, at);
		if (patch.user_count !== undefined) this.#interests.counted(id);
		const told = status === undefined || this.#over.has(id) ? {} : { status };
		if (status === "completed" || status === "canceled") this.#over.add(id);
		this.#rows.tell(guildId, id, at, { ...patch, ...told }, { first_at: at });
	}

	interested(guildId: string, id: string, userId: string, at: string, interested: boolean): void {
		this.#users.need(userId, at);
		this.#rows.need(guildId, id, at);
		this.#interests.step(guildId, id, userId, { at, interested, counts: true });
	}

	/** Everybody who is interested at `at`, as Discord's API lists them. */
	interestedAre(guildId: string, id: string, people: readonly string[], at: string): void {
		for (const person of people) this.#users.need(person, at);
		this.#interests.list(guildId, id, people, at);
	}

	/** The events told at `at` are all that are to come or under way. */
	complete(guildId: string, at: string): void {
		this.#complete.push({ guild_id: guildId, at });
	}

	async write(db: Db): Promise<void> {
		await this.#rows.write(db);
		await bulk(db, endUnlisted, this.#complete);
		await this.#interests.write(db);
	}
}
