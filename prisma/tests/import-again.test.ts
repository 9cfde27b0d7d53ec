import { describe, expect, it } from "vitest";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import { at, first, ImportHarness, second } from "@/prisma/tests/import-harness";
import { contents, snapshot } from "@/prisma/tests/import-snapshot";

const harness = new ImportHarness();

describe("a second export", () => {
	const edited = message({
		content: "hello again",
		timestampEdited: "2022-10-06T00:00:00+00:00",
		isPinned: true,
		author: author({ name: "ada2" }),
		reactions: [{ emoji: { name: "💯" }, count: 5 }],
	});
	const original = message({
		reactions: [{ emoji: { name: "👍" }, count: 1, users: [author()] }],
		embeds: [{ title: "gone later", fields: [{ name: "a", value: "b" }] }],
		attachments: [
			{
				id: "1027332184274645100",
				url: "https://cdn.discordapp.com/a.png?ex=1",
				fileName: "a.png",
				fileSizeBytes: 1,
			},
		],
	});

	it("of the same bytes, or of the same moment in other bytes, changes no row", async () => {
		const text = exportFile([original, message({ id: second })]);
		await harness.importText(text);
		const before = await snapshot(harness.database);
		const [again] = await harness.importText(text);
		expect(again).toMatchObject({ state: "already", written: { created: 0, updated: 0, unchanged: 2 } });
		expect(await snapshot(harness.database)).toEqual(before);
		const [spaced] = await harness.importText(`${text} `);
		expect(spaced).toMatchObject({ state: "imported", written: { created: 0, updated: 0, unchanged: 2 } });
		const { import_files: _, ...after } = await snapshot(harness.database);
		const { import_files: __, ...then } = before;
		expect(after).toEqual(then);
	});

	it("made later brings edits, pins, reactions and names, and removes parts but no message", async () => {
		const [, newer] = await harness.importText(
			exportFile([original, message({ id: second })], at("10")),
			exportFile([edited], at("12")),
		);
		expect(newer?.written).toEqual({ created: 0, updated: 1, unchanged: 0 });
		expect(
			await harness.rows(
				"SELECT content, pinned, edited_timestamp IS NOT NULL AS edited FROM discord_messages ORDER BY id",
			),
		).toEqual([
			{ content: "hello again", pinned: true, edited: true },
			{ content: "hello", pinned: false, edited: false },
		]);
		expect(await harness.rows("SELECT emoji_name, count FROM discord_message_reaction_counts")).toEqual([
			{ emoji_name: "💯", count: 5 },
		]);
		expect(await harness.rows("SELECT count(*)::int FROM discord_message_reactions")).toEqual([{ count: 0 }]);
		expect(await harness.rows("SELECT count(*)::int FROM discord_message_embeds")).toEqual([{ count: 0 }]);
		expect(await harness.rows("SELECT username FROM discord_users")).toEqual([{ username: "ada2" }]);
		expect(await harness.rows("SELECT sum(messages)::int AS messages FROM rollup_messages_hourly")).toEqual([
			{ messages: 2 },
		]);
	});

	it("made earlier and imported later undoes nothing", async () => {
		await harness.importText(
			exportFile([edited], {
				...at("12"),
				channel: channel({ categoryId: "972017612460835601", category: "Pier" }),
			}),
		);
		const [older] = await harness.importText(exportFile([original, message({ id: second })], at("10")));
		expect(older?.written).toEqual({ created: 1, updated: 0, unchanged: 1 });
		expect(await harness.rows("SELECT content FROM discord_messages ORDER BY id")).toEqual([
			{ content: "hello again" },
			{ content: "hello" },
		]);
		expect(await harness.rows("SELECT username FROM discord_users")).toEqual([{ username: "ada2" }]);
		expect(
			await harness.rows(
				"SELECT p.name FROM discord_channels c JOIN discord_channels p ON p.id = c.parent_id",
			),
		).toEqual([{ name: "Pier" }]);
	});

	it("ends alike in whatever order monthly files and latest.json come", async () => {
		const texts = [
			exportFile([original], at("01")),
			exportFile([original, message({ id: second })], at("10")),
			exportFile(
				[edited, message({ id: second, content: "x", timestampEdited: "2022-10-07T00:00:00Z" })],
				at("12"),
			),
		];
		await harness.importText(...texts);
		const forwards = await contents(harness.database);
		await harness.renew();
		await harness.importText(...texts.reverse());
		expect(await contents(harness.database)).toEqual(forwards);
	});

	it("of the same moment counts where it has a later edit, whatever comes first", async () => {
		const texts = [exportFile([original]), exportFile([{ ...edited, author: author() }])];
		const [, later] = await harness.importText(...texts);
		expect(later?.written).toEqual({ created: 0, updated: 1, unchanged: 0 });
		expect(await harness.rows("SELECT content FROM discord_messages")).toEqual([{ content: "hello again" }]);
		expect(await harness.rows("SELECT emoji_name, count FROM discord_message_reaction_counts")).toEqual([
			{ emoji_name: "💯", count: 5 },
		]);
		const forwards = await contents(harness.database);
		await harness.renew();
		const [, earlier] = await harness.importText(...texts.reverse());
		expect(earlier?.written).toEqual({ created: 0, updated: 0, unchanged: 1 });
		expect(await contents(harness.database)).toEqual(forwards);
	});

	it("leaves a message deleted that was deleted", async () => {
		await harness.importText(exportFile([original], at("10")));
		await harness.database.pool("guildhall_bot").query("UPDATE discord_messages SET deleted_at = now()");
		await harness.importText(exportFile([edited], at("12")));
		expect(await harness.rows("SELECT content, deleted_at IS NULL AS shown FROM discord_messages")).toEqual([
			{ content: "hello again", shown: false },
		]);
	});
});

describe("a second export that does not say when it was made", () => {
	const undated = (...messages: unknown[]) => exportFile(messages, { exportedAt: undefined });
	const reacted = message({ reactions: [{ emoji: { name: "👍" }, count: 3 }] });

	it("counts where a message's reactions are others, though nothing was written since", async () => {
		const [, later] = await harness.importText(
			undated(message(), message({ id: second })),
			undated(reacted, message({ id: second })),
		);
		expect(later?.written).toEqual({ created: 0, updated: 1, unchanged: 1 });
		expect(await harness.rows("SELECT message_id, count FROM discord_message_reaction_counts")).toEqual([
			{ message_id: first, count: 3 },
		]);
	});

	const embed = (value?: string) => ({
		embeds: [{ title: "t", fields: value === undefined ? [] : [{ name: "n", value }] }],
	});
	const file = { id: "1027332184274645100", url: "u", fileName: "a.png", fileSizeBytes: 1 };
	type Changes = Parameters<typeof message>[0];

	it.each<[string, Changes, Changes, number]>([
		["a pin", {}, { isPinned: true }, 1],
		["an embed", {}, embed(), 1],
		["a field of an embed", embed(), embed("a"), 1],
		["another value of a field", embed("a"), embed("b"), 1],
		["a field that is gone", embed("a"), embed(), 1],
		["an attachment", {}, { attachments: [file] }, 1],
		["an attachment's new address", { attachments: [file] }, { attachments: [{ ...file, url: "v" }] }, 1],
		["nothing", embed("a"), embed("a"), 0],
	])("notices %s, alone and once", async (_, before, after, updated) => {
		const texts = [undated(message(before)), `${undated(message(after))} `];
		const [, later] = await harness.importText(...texts);
		expect(later?.written).toEqual({ created: 0, updated, unchanged: 1 - updated });
		const then = await contents(harness.database);
		const again = await harness.importText(...texts, `${texts[1]} `);
		expect(again.map(({ state, written }) => [state, written.updated])).toEqual([
			["already", 0],
			["already", 0],
			["imported", 0],
		]);
		expect(await contents(harness.database)).toEqual(then);
	});

	it("undoes no edit, and nothing of a file that says when it was made", async () => {
		const file = (changes: Parameters<typeof message>[0]) =>
			undated(message(changes), message({ id: second, timestamp: "2022-10-09T00:00:00Z" }));
		const [, earlier] = await harness.importText(
			file({ content: "hello again", timestampEdited: "2022-10-06T00:00:00+00:00" }),
			file({ content: "hello" }),
		);
		expect(earlier?.written.updated).toBe(0);
		await harness.importText(exportFile([message({ content: "dated" })]), undated(reacted));
		expect(await harness.rows(`SELECT content FROM discord_messages WHERE id = ${first}`)).toEqual([
			{ content: "dated" },
		]);
	});
});
