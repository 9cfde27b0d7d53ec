import { bulk, type Columns, jsonRows, names, recordset } from "@/bot/rows/bulk";
import type { PartName, Parts } from "@/bot/rows/part-columns";
import * as columns from "@/bot/rows/part-columns";
import type { Db } from "@/bot/scope";

const key = { guild_id: "bigint", message_id: "bigint" } as const;

type Storage = {
	table: string;
	columns: Columns;
	/** Each list that is stored there, with what tells its rows from the others'. */
	lists: Partial<Record<PartName, string>>;
};

const tables: readonly Storage[] = [
	{
		table: "discord_message_mentions",
		columns: { ...key, ...columns.mention },
		lists: {
			userMentions: "t.mention_type = 'user'",
			roleMentions: "t.mention_type = 'role'",
			channelMentions: "t.mention_type = 'channel'",
		},
	},
	{
		table: "discord_message_attachments",
		columns: { ...key, ...columns.attachment },
		lists: { attachments: "true" },
	},
	{
		table: "discord_message_components",
		columns: { ...key, ...columns.component },
		lists: { components: "true" },
	},
	{
		table: "discord_message_stickers",
		columns: { ...key, ...columns.sticker },
		lists: { stickers: "true" },
	},
	{
		table: "discord_message_reaction_counts",
		columns: { ...key, ...columns.reactionCount },
		lists: { reactionCounts: "true" },
	},
];

const embedColumns = { ...key, ...columns.embed };
const fieldColumns = { ...key, ...columns.field };

/** Embeds get their ids here, and fields need them. */
const insertEmbeds = `
WITH made AS (
	INSERT INTO discord_message_embeds (${names(embedColumns)})
	SELECT ${names(embedColumns)} FROM ${recordset(embedColumns)}
	RETURNING id, guild_id, message_id, position
)
INSERT INTO discord_embed_fields (guild_id, embed_id, position, name, value, inline)
SELECT m.guild_id, m.id, s.position, s.name, s.value, s.inline
FROM ${recordset(fieldColumns, 2)} JOIN made m ON m.message_id = s.message_id AND m.position = s.embed_position`;

/** One message, and those of its parts that are to be as they are here. */
export type PartsOf = { guildId: string; messageId: string; parts: Partial<Parts> };

/** Deletes what is stored of the parts that are mentioned; the fields of embeds go with them. */
export async function clearParts(db: Db, changed: readonly PartsOf[]): Promise<void> {
	for (const { table, lists } of tables) {
		for (const [list, condition] of Object.entries(lists))
			await clear(db, table, condition, having(changed, list));
	}
	await clear(db, "discord_message_embeds", "true", having(changed, "embeds"));
}

const having = (changed: readonly PartsOf[], list: string) => changed.filter(({ parts }) => list in parts);

async function clear(db: Db, table: string, condition: string, of: readonly PartsOf[]): Promise<void> {
	const keys = of.map(({ guildId, messageId }) => ({ guild_id: guildId, message_id: messageId }));
	await bulk(
		db,
		`DELETE FROM ${table} t USING ${recordset(key)}
		WHERE t.guild_id = s.guild_id AND t.message_id = s.message_id AND ${condition}`,
		keys,
	);
}

/** Stores the parts that are mentioned. */
export async function insertParts(db: Db, changed: readonly PartsOf[]): Promise<void> {
	for (const { table, columns: all, lists } of tables) {
		const list = names(all);
		await bulk(
			db,
			`INSERT INTO ${table} (${list}) SELECT ${list} FROM ${recordset(all)} ON CONFLICT DO NOTHING`,
			Object.keys(lists).flatMap((name) => rowsOf(changed, name as PartName)),
		);
	}
	await bulk(db, insertEmbeds, rowsOf(changed, "embeds"), jsonRows(rowsOf(changed, "fields")));
}

function rowsOf(changed: readonly PartsOf[], name: PartName): object[] {
	return changed.flatMap(({ guildId, messageId, parts }) =>
		(parts[name] ?? []).map((cells) => ({ guild_id: guildId, message_id: messageId, ...cells })),
	);
}
