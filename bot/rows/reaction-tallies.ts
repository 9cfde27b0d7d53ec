import { jsonRows, recordset } from "@/bot/rows/bulk";
import type { ReactionStep, Tally } from "@/bot/rows/reaction-fate";
import type { Db } from "@/bot/scope";

export type ReactionSubject = { guildId: string; steps: ReactionStep[] };

const messageKey = { guild_id: "bigint", message_id: "bigint" } as const;
const tallyKey = { ...messageKey, emoji_key: "text" } as const;
const personKey = { ...tallyKey, user_id: "bigint" } as const;

const readMessages = `
SELECT m.id FROM ${recordset(messageKey)} JOIN discord_messages m ON m.guild_id = s.guild_id AND m.id = s.message_id`;

const readCounts = `
SELECT c.message_id, c.emoji_key, c.count
FROM ${recordset(tallyKey)} JOIN discord_message_reaction_counts c
	ON c.guild_id = s.guild_id AND c.message_id = s.message_id AND c.emoji_key = s.emoji_key`;

const readPeople = `
SELECT r.message_id, r.emoji_key, r.user_id
FROM ${recordset(personKey)} JOIN discord_message_reactions r
	ON r.guild_id = s.guild_id AND r.message_id = s.message_id AND r.emoji_key = s.emoji_key AND r.user_id = s.user_id`;

const readListed = `
SELECT s.message_id, s.emoji_key, (
	SELECT count(*)::int FROM discord_message_reactions r
	WHERE r.guild_id = s.guild_id AND r.message_id = s.message_id AND r.emoji_key = s.emoji_key
) AS listed
FROM ${recordset(tallyKey)}`;

/** Those of the messages that are stored. */
export async function storedMessages(
	db: Db,
	subjects: ReadonlyMap<string, ReactionSubject>,
): Promise<Set<string>> {
	const keys = [...subjects].map(([message_id, { guildId }]) => ({ guild_id: guildId, message_id }));
	const rows = await db.rows<{ id: string }>(readMessages, [jsonRows(keys)]);
	return new Set(rows.map(({ id }) => id));
}

type Key = { message_id: string; emoji_key: string };
type Wanted = Key & { guild_id: string; people: Set<string>; removes: boolean; steps: number };

const keyOf = ({ guild_id, message_id, emoji_key }: Wanted) => ({ guild_id, message_id, emoji_key });
const nameOf = ({ message_id, emoji_key }: Key) => `${message_id}:${emoji_key}`;

/** How the emojis that are spoken of stand now. */
export async function readTallies(
	db: Db,
	subjects: ReadonlyMap<string, ReactionSubject>,
): Promise<(messageId: string, key: string) => Tally | undefined> {
	const wanted = tallyKeys(subjects);
	const keys = [...wanted.values()].map(keyOf);
	const people = [...wanted.values()].flatMap((each) =>
		[...each.people].map((user_id) => ({ ...keyOf(each), user_id })),
	);
	const tallies = new Map<string, { count?: number; listed: number; stored: Set<string> }>();
	for (const key of keys) tallies.set(nameOf(key), { listed: 0, stored: new Set() });
	if (keys.length > 0) {
		for (const row of await db.rows<Key & { count: number }>(readCounts, [jsonRows(keys)])) {
			Object.assign(tallies.get(nameOf(row)) ?? {}, { count: row.count });
		}
		for (const row of await db.rows<Key & { user_id: string }>(readPeople, [jsonRows(people)])) {
			tallies.get(nameOf(row))?.stored.add(row.user_id);
		}
	}
	// Counting people takes time where there are many, and only matters where no count is kept or an unknown one leaves.
	const uncounted = [...wanted.values()].filter((key) => {
		const tally = tallies.get(nameOf(key));
		const doubtful = key.steps > 1 || (tally?.stored.size ?? 0) < key.people.size;
		return tally?.count === undefined || (key.removes && doubtful);
	});
	if (uncounted.length > 0) {
		for (const row of await db.rows<Key & { listed: number }>(readListed, [jsonRows(uncounted.map(keyOf))])) {
			Object.assign(tallies.get(nameOf(row)) ?? {}, { listed: row.listed });
		}
	}
	return (message_id, emoji_key) => {
		const tally = tallies.get(nameOf({ message_id, emoji_key }));
		return tally && { ...tally, count: tally.count ?? tally.listed };
	};
}

function tallyKeys(subjects: ReadonlyMap<string, ReactionSubject>): Map<string, Wanted> {
	const wanted = new Map<string, Wanted>();
	for (const [message_id, { guildId, steps }] of subjects) {
		for (const step of steps) {
			const emoji_key = step.kind === "add" ? step.emoji.key : step.key;
			if (emoji_key === undefined) continue;
			const name = nameOf({ message_id, emoji_key });
			const key = wanted.get(name) ?? {
				...{ guild_id: guildId, message_id, emoji_key },
				...{ people: new Set<string>(), removes: false, steps: 0 },
			};
			wanted.set(name, key);
			key.steps++;
			if (step.kind !== "clear") key.people.add(step.userId);
			if (step.kind === "remove") key.removes = true;
		}
	}
	return wanted;
}
