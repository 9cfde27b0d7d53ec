import { bulk, names, recordset } from "@/bot/rows/bulk";
import { type ReactionFate, type ReactionStep, reactionFate } from "@/bot/rows/reaction-fate";
import { type ReactionSubject, readTallies, storedMessages } from "@/bot/rows/reaction-tallies";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const messageKey = { guild_id: "bigint", message_id: "bigint" } as const;
const tallyKey = { ...messageKey, emoji_key: "text" } as const;
const personKey = { ...tallyKey, user_id: "bigint" } as const;
const emoji = { emoji_id: "bigint", emoji_name: "text", emoji_animated: "boolean" } as const;
const person = { ...messageKey, user_id: "bigint", ...emoji, reacted_at: "timestamptz" } as const;
const tally = { ...tallyKey, ...emoji, count: "integer" } as const;

const matching = (columns: object) =>
	Object.keys(columns)
		.map((name) => `t.${name} = s.${name}`)
		.join(" AND ");
const deleteFrom = (table: string, columns: Record<string, string>) =>
	`DELETE FROM ${table} t USING ${recordset(columns)} WHERE ${matching(columns)}`;

const people = "discord_message_reactions";
const counts = "discord_message_reaction_counts";
const statements = {
	emptyPeople: deleteFrom(people, messageKey),
	emptyCounts: deleteFrom(counts, messageKey),
	emptyEmoji: deleteFrom(people, tallyKey),
	removePeople: deleteFrom(people, personKey),
	addPeople: `INSERT INTO ${people} (${names(person)}) SELECT ${names(person)} FROM ${recordset(person)}
		ON CONFLICT DO NOTHING`,
	dropCounts: deleteFrom(counts, tallyKey),
	setCounts: `INSERT INTO ${counts} AS t (${names(tally)}) SELECT ${names(tally)} FROM ${recordset(tally)}
		WHERE s.emoji_name IS NOT NULL
		ON CONFLICT (guild_id, message_id, emoji_key) DO UPDATE SET count = excluded.count
		WHERE t.count <> excluded.count`,
	/** Who takes a reaction back tells no name of a custom emoji that is deleted by now. */
	lowerCounts: `UPDATE ${counts} t SET count = s.count FROM ${recordset({ ...tallyKey, count: "integer" })}
		WHERE ${matching(tallyKey)} AND t.count <> s.count`,
};

/** Who reacted with what, and how many did. */
export class ReactionChanges implements Changes {
	readonly #born: ReadonlyMap<string, string>;
	readonly #subjects = new Map<string, ReactionSubject>();

	/** @param born when each message was told of that this batch stores; what was heard before it is of no message */
	constructor(born: ReadonlyMap<string, string>) {
		this.#born = born;
	}

	/** Steps of messages that are not stored are passed over: they would be of no use to anybody. */
	take(guildId: string, messageId: string, step: ReactionStep): void {
		const known = this.#subjects.get(messageId);
		if (known) known.steps.push(step);
		else this.#subjects.set(messageId, { guildId, steps: [step] });
	}

	async write(db: Db): Promise<void> {
		if (this.#subjects.size === 0) return;
		const subjects = await this.#ofStoredMessages(db);
		const tallyOf = await readTallies(db, subjects);
		const fates = [...subjects].map(([messageId, { guildId, steps }]) => ({
			key: { guild_id: guildId, message_id: messageId },
			fate: reactionFate(steps, (key) => tallyOf(messageId, key)),
		}));
		await writeFates(db, fates);
	}

	async #ofStoredMessages(db: Db): Promise<Map<string, ReactionSubject>> {
		const stored = await storedMessages(db, this.#subjects);
		const kept = [...this.#subjects]
			.filter(([id]) => stored.has(id))
			.sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1));
		return new Map(
			kept.map(([id, { guildId, steps }]) => {
				const from = this.#born.get(id) ?? "";
				return [id, { guildId, steps: steps.filter(({ at }) => at > from) }];
			}),
		);
	}
}

type Written = { key: { guild_id: string; message_id: string }; fate: ReactionFate };

async function writeFates(db: Db, fates: readonly Written[]): Promise<void> {
	const emptied = fates.filter(({ fate }) => fate.emptied).map(({ key }) => key);
	const tallies = fates.flatMap(({ key, fate }) =>
		[...fate.tallies].map(([emoji_key, change]) => ({ key: { ...key, emoji_key }, change })),
	);
	await bulk(db, statements.emptyPeople, emptied);
	await bulk(db, statements.emptyCounts, emptied);
	await bulk(
		db,
		statements.emptyEmoji,
		tallies.filter(({ change }) => change.emptied).map(({ key }) => key),
	);
	const removed = tallies.flatMap(({ key, change }) =>
		[...change.removed].map((user_id) => ({ ...key, user_id })),
	);
	await bulk(db, statements.removePeople, removed);
	const added = tallies.flatMap(({ key, change }) =>
		[...change.added].map(([user_id, reacted_at]) => ({
			...{ guild_id: key.guild_id, message_id: key.message_id, user_id, reacted_at },
			...emojiCells(change.emoji),
		})),
	);
	await bulk(db, statements.addPeople, added);
	await bulk(
		db,
		statements.dropCounts,
		tallies.filter(({ change }) => change.count === 0).map(({ key }) => key),
	);
	const counted = tallies.filter(({ change }) => change.count > 0);
	const named = counted.filter(({ change }) => change.emoji);
	await bulk(
		db,
		statements.setCounts,
		named.map(({ key, change }) => ({ ...key, ...emojiCells(change.emoji), count: change.count })),
	);
	const unnamed = counted.filter(({ change }) => !change.emoji);
	await bulk(
		db,
		statements.lowerCounts,
		unnamed.map(({ key, change }) => ({ ...key, count: change.count })),
	);
}

function emojiCells(value: { id: string | null; name: string; animated: boolean } | undefined): object {
	return { emoji_id: value?.id, emoji_name: value?.name, emoji_animated: value?.animated };
}
