import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listChannels } from "@/lib/channels/data";
import type { FileOutcome } from "@/lib/import/outcome";
import { inScope } from "@/prisma/tests/guild-scope";
import { ImportHarness } from "@/prisma/tests/import-harness";
import { makeAdmin } from "@/prisma/tests/people";

const harness = new ImportHarness();

describe("the real exports", () => {
	const real = path.resolve(import.meta.dirname, "../../../shared/data/pyscript");

	it("arrive whole: the database's totals are the files' own", async ({ skip }) => {
		const names = await readdir(real).catch(() => undefined);
		if (!names) return skip("../shared/data is not there");
		const outcomes = await harness.importPaths(
			names.filter((name) => name.endsWith(".json")).map((name) => path.join(real, name)),
		);
		for (const { facts } of outcomes) {
			const {
				authorIds: _,
				stickers: __,
				...totals
			} = facts?.totals ?? { authorIds: undefined, stickers: 0 };
			expect(await harness.rows(realTotals(`channel_id = ${facts?.head.channel.id}`))).toEqual([totals]);
		}
		expect(await messagesShown(outcomes)).toEqual(
			new Map(outcomes.map(({ facts }) => [facts?.head.channel.id, facts?.totals.messages])),
		);
		expect(await harness.rows(realTotals("true"))).toEqual([
			{
				messages: 6072,
				authors: 201,
				replies: 1337,
				reactionChips: 975,
				reactions: 1479,
				attachments: 323,
				embeds: 441,
				edited: 420,
			},
		]);
		expect(
			await harness.rows(
				"SELECT sum(messages)::int AS messages, sum(replies)::int AS replies FROM rollup_messages_hourly",
			),
		).toEqual([{ messages: 6072, replies: 1337 }]);
	});
});

/** What the list of channels says of each channel and thread that has a file. */
async function messagesShown(outcomes: FileOutcome[]): Promise<Map<string, number>> {
	const guild = outcomes[0]?.facts?.head.guild.id ?? "";
	const reader = await makeAdmin(harness.database, guild, 6);
	const channels = await inScope(harness.database, guild, { ...reader, level: 6 }, listChannels);
	const imported = new Set(outcomes.map(({ facts }) => facts?.head.channel.id));
	return new Map(
		channels.filter(({ id }) => imported.has(id)).map(({ id, totalMessages }) => [id, totalMessages]),
	);
}

function realTotals(condition: string): string {
	const parts = (table: string, what = "count(*)") =>
		`(SELECT coalesce(${what}, 0)::int FROM ${table} p JOIN discord_messages m ON m.guild_id = p.guild_id AND m.id = p.message_id WHERE ${condition})`;
	return `SELECT count(*)::int AS messages, count(DISTINCT author_id)::int AS authors,
		count(*) FILTER (WHERE message_type = 'reply')::int AS replies,
		count(*) FILTER (WHERE edited_timestamp IS NOT NULL)::int AS edited,
		${parts("discord_message_reaction_counts")} AS "reactionChips",
		${parts("discord_message_reaction_counts", "sum(p.count)")} AS reactions,
		${parts("discord_message_attachments")} AS attachments, ${parts("discord_message_embeds")} AS embeds
	FROM discord_messages WHERE ${condition}`;
}
