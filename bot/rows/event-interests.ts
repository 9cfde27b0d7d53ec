import { bulk, jsonRows, names, recordset } from "@/bot/rows/bulk";
import { follow, type Interest, type InterestStep } from "@/bot/rows/event-interest";
import { momentText } from "@/bot/rows/moment-text";
import type { Db } from "@/bot/scope";

const key = { event_id: "bigint", user_id: "bigint" } as const;
const columns = {
	guild_id: "bigint",
	...key,
	interested_at: "timestamptz",
	removed_at: "timestamptz",
} as const;

const read = `
SELECT p.event_id::text, p.user_id::text, ${momentText("p.interested_at")} AS interested_at,
	CASE WHEN p.removed_at IS NOT NULL THEN ${momentText("p.removed_at")} END AS removed_at
FROM ${recordset(key)} JOIN discord_event_participants p ON p.event_id = s.event_id AND p.user_id = s.user_id`;

const put = `
INSERT INTO discord_event_participants AS t (${names(columns)})
SELECT ${names(columns, "s.")} FROM ${recordset(columns)}
	JOIN discord_scheduled_events e ON e.guild_id = s.guild_id AND e.id = s.event_id
ORDER BY s.event_id, s.user_id
ON CONFLICT (event_id, user_id) DO UPDATE
	SET interested_at = excluded.interested_at, removed_at = excluded.removed_at`;

const count = `
UPDATE discord_scheduled_events t SET user_count = t.user_count + s.delta
FROM ${recordset({ guild_id: "bigint", id: "bigint", delta: "integer" })}
WHERE t.guild_id = s.guild_id AND t.id = s.id`;

type Steps = { guildId: string; eventId: string; userId: string; steps: InterestStep[] };
type Stored = { event_id: string; user_id: string; interested_at: string; removed_at: string | null };

/** `discord_event_participants`, and how many an event has. */
export class InterestChanges {
	readonly #people = new Map<string, Steps>();

	step(guildId: string, eventId: string, userId: string, step: InterestStep): void {
		const name = `${eventId}:${userId}`;
		const known = this.#people.get(name) ?? { guildId, eventId, userId, steps: [] };
		known.steps.push(step);
		this.#people.set(name, known);
	}

	/** The event's `user_count` was told: it holds everything until now. */
	counted(eventId: string): void {
		for (const person of this.#people.values()) {
			if (person.eventId === eventId) for (const step of person.steps) step.counts = false;
		}
	}

	async write(db: Db): Promise<void> {
		const people = [...this.#people];
		if (people.length === 0) return;
		const stored = await storedInterests(db, [...this.#people.values()]);
		const followed = people.map(([name, person]) => ({ person, ...follow(stored.get(name), person.steps) }));
		await bulk(
			db,
			put,
			followed.flatMap(({ person, interest }) => (interest ? rowOf(person, interest) : [])),
		);
		const moved = new Map<string, { guild_id: string; id: string; delta: number }>();
		for (const { person, delta } of followed) {
			const known = moved.get(person.eventId)?.delta ?? 0;
			moved.set(person.eventId, { guild_id: person.guildId, id: person.eventId, delta: known + delta });
		}
		await bulk(
			db,
			count,
			[...moved.values()].filter(({ delta }) => delta !== 0),
		);
	}
}

async function storedInterests(db: Db, people: readonly Steps[]): Promise<Map<string, Interest>> {
	const keys = people.map(({ eventId, userId }) => ({ event_id: eventId, user_id: userId }));
	const rows = await db.rows<Stored>(read, [jsonRows(keys)]);
	return new Map(
		rows.map((row) => [
			`${row.event_id}:${row.user_id}`,
			{ interestedAt: row.interested_at, removedAt: row.removed_at },
		]),
	);
}

function rowOf({ guildId, eventId, userId }: Steps, { interestedAt, removedAt }: Interest) {
	return {
		guild_id: guildId,
		event_id: eventId,
		user_id: userId,
		interested_at: interestedAt,
		removed_at: removedAt,
	};
}
