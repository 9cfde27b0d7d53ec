import { bulk, jsonRows, names, recordset } from "@/bot/rows/bulk";
import { type Answer, answersIn } from "@/bot/rows/message-answers";
import { editableColumns, editColumns, messageColumns } from "@/bot/rows/message-columns";
import { type Fate, fateOf, type Step, type Stored, type Telling } from "@/bot/rows/message-fate";
import { clearParts, insertParts, type PartsOf } from "@/bot/rows/message-parts";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const readStored = `
SELECT m.id, m.deleted_at IS NOT NULL AS deleted, false AS buried,
	(extract(epoch FROM m.edited_timestamp) * 1000000)::float8 AS edited,
	(extract(epoch FROM m.observed_at) * 1000000)::float8 AS observed
FROM ${recordset({ id: "bigint", guild_id: "bigint" })}
	JOIN discord_messages m ON m.guild_id = s.guild_id AND m.id = s.id
UNION ALL
SELECT t.message_id, true, true, NULL, 0
FROM ${recordset({ id: "bigint", guild_id: "bigint" })}
	JOIN gateway_tombstones t ON t.guild_id = s.guild_id AND t.message_id = s.id`;

const insert = `
INSERT INTO discord_messages (${names(messageColumns)})
SELECT ${names(messageColumns)} FROM ${recordset(messageColumns)}
WHERE NOT EXISTS (
	SELECT FROM gateway_tombstones t WHERE t.guild_id = s.guild_id AND t.message_id = s.id
)
ON CONFLICT DO NOTHING
RETURNING id`;

const edit = `
UPDATE discord_messages m SET
	${editableColumns.map((name) => `"${name}" = CASE WHEN s.given ? '${name}' THEN s."${name}" ELSE m."${name}" END`).join(",\n\t")},
	observed_at = s.observed_at
FROM ${recordset(editColumns)}
WHERE m.guild_id = s.guild_id AND m.id = s.id AND m.deleted_at IS NULL AND m.observed_at <= s.observed_at`;

const remove = `
UPDATE discord_messages m SET deleted_at = s.deleted_at
FROM ${recordset({ id: "bigint", guild_id: "bigint", deleted_at: "timestamptz" })}
WHERE m.guild_id = s.guild_id AND m.id = s.id AND m.deleted_at IS NULL`;

const tombstone = { guild_id: "bigint", message_id: "bigint", deleted_at: "timestamptz" } as const;
const bury = `
INSERT INTO gateway_tombstones (${names(tombstone)})
SELECT ${names(tombstone)} FROM ${recordset(tombstone)} ON CONFLICT DO NOTHING`;

/** What a message without a word about them has. */
const blank = {
	content: "",
	message_type: "regular",
	tts: false,
	mention_everyone: false,
	pinned: false,
} as const;

type Subject = { guildId: string; steps: Step[] };
type Decided = Fate & { id: string; guildId: string };

/** Messages and their parts. */
export class MessageChanges implements Changes {
	/** When each message that this batch stored was told of first; known after `write`. */
	readonly born = new Map<string, string>();
	/** What was taken of messages that answer an interaction; known after `write`. */
	readonly answers: Answer[] = [];
	readonly #subjects = new Map<string, Subject>();

	/** A new message. One that is stored, or was deleted, stays as it is. */
	create(guildId: string, id: string, telling: Telling): void {
		this.#take(guildId, id, { kind: "create", ...telling });
	}

	/** A message as it is at `telling.at`, or a part of it: an edit, or what Discord's API answers. */
	update(guildId: string, id: string, telling: Telling): void {
		this.#take(guildId, id, { kind: "update", ...telling });
	}

	/** A deletion, heard at `at` (ISO). */
	delete(guildId: string, id: string, at: string): void {
		this.#take(guildId, id, { kind: "delete", at });
	}

	#take(guildId: string, id: string, step: Step): void {
		const known = this.#subjects.get(id);
		if (known) known.steps.push(step);
		else this.#subjects.set(id, { guildId, steps: [step] });
	}

	async write(db: Db): Promise<void> {
		const fates = await this.#decide(db);
		const stored = await insertMessages(db, fates);
		for (const { id, insert: made } of stored) if (made) this.born.set(id, made.at);
		const edited = fates.filter((fate) => fate.edit);
		await bulk(db, edit, edited.map(editRow));
		await bulk(db, remove, fates.filter((fate) => !fate.insert && fate.deletedAt).map(deletion));
		await bulk(db, bury, fates.filter(({ buriedAt }) => buriedAt).map(burial));
		const replaced = edited.map((fate) => partsOf(fate, fate.edit));
		await clearParts(db, replaced);
		await insertParts(db, [...stored.map((fate) => partsOf(fate, fate.insert)), ...replaced]);
		this.answers.push(...[...stored, ...edited].flatMap(answersIn));
	}

	/** In the order of the ids. What is only created needs no look at what is stored: the insert sees to that. */
	async #decide(db: Db): Promise<Decided[]> {
		const subjects = [...this.#subjects].sort(([one], [other]) => byAge(one, other));
		const doubtful = subjects.filter(([, { steps }]) => steps.length > 1 || steps[0]?.kind !== "create");
		const stored = await storedOf(
			db,
			doubtful.map(([id, { guildId }]) => ({ id, guild_id: guildId })),
		);
		return subjects.map(([id, { guildId, steps }]) => ({ id, guildId, ...fateOf(steps, stored.get(id)) }));
	}
}

/** Older ids are smaller; a shorter text is a smaller number. */
function byAge(one: string, other: string): number {
	return one.length - other.length || (one < other ? -1 : Number(one > other));
}

type StoredRow = { id: string; buried: boolean; deleted: boolean; edited: number | null; observed: number };

async function storedOf(db: Db, keys: object[]): Promise<Map<string, Stored | "buried">> {
	if (keys.length === 0) return new Map();
	const rows = await db.rows<StoredRow>(readStored, [jsonRows(keys)]);
	return new Map(
		rows.map(({ id, buried, deleted, edited, observed }) => [
			id,
			buried ? "buried" : { deleted, observed, edited: edited ?? Number.NEGATIVE_INFINITY },
		]),
	);
}

/** @returns those that are stored now and were not before */
async function insertMessages(db: Db, fates: readonly Decided[]): Promise<Decided[]> {
	const made = fates.filter((fate) => fate.insert);
	if (made.length === 0) return [];
	const rows = made.map(({ id, guildId, insert: fresh, deletedAt }) => ({
		...blank,
		...fresh?.cells,
		id,
		guild_id: guildId,
		deleted_at: deletedAt,
	}));
	const stored = new Set((await db.rows<{ id: string }>(insert, [jsonRows(rows)])).map(({ id }) => id));
	return made.filter(({ id }) => stored.has(id));
}

function editRow({ id, guildId, edit: changed }: Decided): object {
	return { ...changed?.cells, id, guild_id: guildId, given: Object.keys(changed?.cells ?? {}) };
}

function deletion({ id, guildId, deletedAt }: Decided): object {
	return { id, guild_id: guildId, deleted_at: deletedAt };
}

function burial({ id, guildId, buriedAt }: Decided): object {
	return { message_id: id, guild_id: guildId, deleted_at: buriedAt };
}

function partsOf({ id, guildId }: Decided, told: { parts: PartsOf["parts"] } | undefined): PartsOf {
	return { messageId: id, guildId, parts: told?.parts ?? {} };
}
