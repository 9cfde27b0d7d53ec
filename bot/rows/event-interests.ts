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

/** Nobody who is known to be interested is left out: an unknown one who takes back what was never counted takes nothing. */
const count = `
UPDATE discord_scheduled_events t SET user_count = greatest(t.user_count + s.delta, (
	SELECT count(*) FROM discord_event_participants p WHERE p.event_id = t.id AND p.removed_at IS NULL
))
FROM ${recordset({ guild_id: "bigint", id: "bigint", delta: "integer" })}
WHERE t.guild_id = s.guild_id AND t.id = s.id AND t.user_count IS NOT NULL`;

/** `$2` are all who are interested in the events of `$1`. */
const endUnlisted = `
UPDATE discord_event_participants t SET removed_at = s.at
FROM ${recordset({ event_id: "bigint", at: "timestamptz" })}
WHERE t.event_id = s.event_id AND t.removed_at IS NULL AND t.interested_at < s.at
	AND (t.event_id, t.user_id) NOT IN (SELECT s.event_id, s.user_id FROM ${recordset(key, 2)})`;

type Steps = { guildId: string; eventId: string; userId: string; steps: InterestStep[] };
type Stored = { event_id: string; user_id: string; interested_at: string; removed_at: string | null };

/** `discord_event_participants`, and how many an event has. */
export class InterestChanges {
	readonly #people = new Map<string, Steps>();
	readonly #lists: { event_id: string; at: string; people: readonly string[] }[] = [];

	step(guildId: string, eventId: string, userId: string, step: InterestStep): void {
		const name = `${eventId}:${userId}`;
		const known = this.#people.get(name) ?? { guildId, eventId, userId, steps: [] };
		known.steps.push(step);
		this.#people.set(name, known);
	}

	/** These people are interested in the event at `at`, and nobody else; how many they are is told elsewhere. */
	list(guildId: string, eventId: string, people: readonly string[], at: string): void {
		this.#lists.push({ event_id: eventId, at, people });
		for (const id of people) this.step(guildId, eventId, id, { at, interested: true, counts: false });
	}

	/** The event's `user_count` was told: it holds everything until now. */
	counted(eventId: string): void {
		for (const person of this.#people.values()) {
			if (person.eventId === eventId) for (const step of person.steps) step.counts = false;
		}
	}

	async write(db: Db): Promise<void> {
		const listed = this.#lists.flatMap(({ event_id, people }) =>
			people.map((user_id) => ({ event_id, user_id })),
		);
		await bulk(
			db,
			endUnlisted,
			this.#lists.map(({ event_id, at }) => ({ event_id, at })),
			jsonRows(listed),
		);
		await this.#writeSteps(db);
	}

	async #writeSteps(db: Db): Promise<void> {
		const people = [...this.#people];
		if (people.length === 0) return;
		const stored = await storedInterests(db, [...this.#people.values()]);
		const followed = people.map(([name, person]) => ({ person, ...follow(stored.get(name), person.steps) }));
		await bulk(
			db,
			put,
			followed.flatMap(({ person, interest }) => (interest ? rowOf(person, interest) : [])),
		);
		const counts = new Map<string, { guild_id: string; id: string; delta: number }>();
		for (const { person, delta, moved } of followed) {
			if (!moved) continue;
			const known = counts.get(person.eventId)?.delta ?? 0;
			counts.set(person.eventId, { guild_id: person.guildId, id: person.eventId, delta: known + delta });
		}
		await bulk(db, count, [...counts.values()]);
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
