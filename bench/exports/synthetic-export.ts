import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { author, channel, message } from "@/lib/import/fixtures";

const epoch = 1420070400000;
const authors = 400;
const words =
	"deploy the gateway after lunch please check whether cache holds these rows before anybody asks again".split(
		" ",
	);

/** The same numbers every time: mulberry32. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * Writes an export of one channel over 13 months: a quarter replies, a tenth with reactions, one in twenty with an
 * attachment or an embed, as in the real exports that were looked at. Indented like the exporter's own files.
 */
export async function writeSyntheticExport(file: string, messages: number): Promise<void> {
	const out = createWriteStream(file);
	const guild = { id: "972017612454232100", name: "Harbour", iconUrl: null };
	const head = { guild, channel: channel(), dateRange: {}, exportedAt: "2026-01-01T00:00:00+00:00" };
	out.write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "messages": [`);
	const chance = random(7);
	const step = (396 * 86_400_000) / messages;
	let before: string | undefined;
	for (let index = 0; index < messages; index++) {
		const time = Math.floor(Date.UTC(2024, 10, 20) + index * step);
		const id = String((BigInt(time - epoch) << 22n) + BigInt(index % 4096));
		const text = JSON.stringify(synthetic(id, time, index, before, chance), null, 2);
		before = id;
		if (!out.write(`${index === 0 ? "" : ","}\n${text}`)) await once(out, "drain");
	}
	out.end(`\n  ],\n  "messageCount": ${messages}\n}`);
	await finished(out);
}

function synthetic(
	id: string,
	time: number,
	index: number,
	before: string | undefined,
	chance: () => number,
) {
	const pick = Math.floor(authors * chance() ** 2);
	const reply = before !== undefined && chance() < 0.25;
	return message({
		id,
		type: reply ? "Reply" : "Default",
		timestamp: new Date(time).toISOString().replace("Z", "+00:00"),
		timestampEdited: chance() < 0.07 ? new Date(time + 60_000).toISOString() : null,
		content: Array.from(
			{ length: 4 + Math.floor(chance() * 24) },
			() => words[Math.floor(chance() * words.length)],
		).join(" "),
		author: author({
			id: String(688046964549353000n + BigInt(pick)),
			name: `person${pick}`,
			nickname: `Person ${pick}`,
		}),
		attachments:
			chance() < 0.05
				? [
						{
							id: String(BigInt(id) + 1n),
							url: `https://cdn.discordapp.com/attachments/1/${id}/log.txt`,
							fileName: "log.txt",
							fileSizeBytes: index,
						},
					]
				: [],
		embeds:
			chance() < 0.05
				? [
						{
							title: "A page",
							url: "https://example.org/",
							description: "About a page",
							images: [],
							fields: [],
						},
					]
				: [],
		reactions:
			chance() < 0.1 ? [{ emoji: { id: "", name: "👍", code: "thumbsup" }, count: 2, users: [] }] : [],
		mentions: reply ? [author({ id: "688046964549353000", name: "person0", nickname: "Person 0" })] : [],
		...(reply
			? {
					reference: {
						type: "Default",
						messageId: before,
						channelId: "1017966828372373500",
						guildId: "972017612454232100",
					},
				}
			: {}),
	});
}
