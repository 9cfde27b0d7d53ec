import type { Random } from "../random";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import type { Ledger, Sample, Talk } from "./ledger";
import { at, json, type Row, type TableRows } from "./rows";
import { uuidFor } from "./uuid";

const TOPICS: Readonly<Record<string, readonly string[]>> = {
	code: ["programming", "debugging"],
	art: ["pixel art", "feedback"],
	sound: ["music"],
	jam: ["game jam", "deadlines"],
	showcase: ["release", "feedback"],
	design: ["level design"],
	running: ["running", "routes"],
	retro: ["collecting", "repairs"],
};

const GLAD = /🎉|✨|😄|❤️|:\)|:D|thank|love|proud|congrat|works|nice/u;
const SORE = /broken|crash|stuck|fail|regret|tired|wrong|angry/i;

function themeOfChannel(crowd: Crowd, channelId: string): string {
	return crowd.guild.channels.find(({ id }) => id === channelId)?.theme ?? "help";
}

function analysisRow(random: Random, crowd: Crowd, sample: Sample): Row {
	const mood =
		(GLAD.test(sample.content) ? 0.5 : 0) -
		(SORE.test(sample.content) ? 0.4 : 0) +
		(random.next() - 0.5) * 0.5;
	return {
		id: uuidFor(`analysis/${sample.id}`),
		guild_id: crowd.guild.id,
		message_id: sample.id,
		sentiment_score: Math.max(-1, Math.min(1, mood)).toFixed(2),
		toxicity_score: Math.min(
			1,
			random.chance(0.006) ? 0.55 + random.next() * 0.4 : random.next() ** 4 * 0.3,
		).toFixed(2),
		language_code: /[äöüß]|wer ist|Strecke/.test(sample.content) ? "de" : "en",
		topics: TOPICS[themeOfChannel(crowd, sample.channelId)] ?? ["small talk"],
		entities: json({ words: sample.content.split(/\s+/).length }),
		summary: null,
		confidence_score: (0.62 + random.next() * 0.36).toFixed(2),
		model_version: sample.at < crowd.end - 120 * 86_400_000 ? "tone-1.3" : "tone-1.4",
		created_at: at(sample.at + 4000),
	};
}

function summaryRow(crowd: Crowd, talk: Talk): Row {
	const name = crowd.guild.channels.find(({ id }) => id === talk.channelId)?.name ?? "a thread";
	const topics = TOPICS[themeOfChannel(crowd, talk.channelId)] ?? ["everyday things"];
	return {
		id: uuidFor(`summary/${talk.firstId}`),
		guild_id: crowd.guild.id,
		channel_id: talk.channelId,
		start_message_id: talk.firstId,
		end_message_id: talk.lastId,
		summary: `${talk.authorIds.length} people talked in ${name} about ${topics.join(" and ")}. Several offered help, and most questions were answered.`,
		key_points: [
			`${talk.count} messages`,
			`Main topic: ${topics[0] ?? "everyday things"}`,
			"No moderator was needed",
		],
		participants: talk.authorIds,
		message_count: talk.count,
		created_at: at(talk.at + 600_000),
	};
}

function healthRows(random: Random, crowd: Crowd, ledger: Ledger, cases: readonly CaseDraft[]): Row[] {
	const perDay = new Map<string, number>();
	for (const entry of cases) {
		const date = new Date(entry.at).toISOString().slice(0, 10);
		perDay.set(date, (perDay.get(date) ?? 0) + 1);
	}
	return [...ledger.perDay]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([date, { count, authors }]) => {
			const actions = perDay.get(date) ?? 0;
			const engagement = Math.min(99, (count / Math.max(authors.size, 1)) * 9 + random.next() * 8);
			return {
				id: uuidFor(`health/${crowd.guild.id}/${date}`),
				server_id: crowd.guild.id,
				date,
				active_users: authors.size,
				message_count: count,
				positive_sentiment_ratio: (0.58 + random.next() * 0.18).toFixed(2),
				toxicity_incidents: Math.min(actions, random.int(0, 3)),
				moderation_actions: actions,
				engagement_score: engagement.toFixed(2),
				health_score: Math.max(0.3, Math.min(0.98, 0.88 - actions * 0.012 + random.next() * 0.08)).toFixed(2),
				created_at: at(Date.parse(`${date}T23:58:00Z`)),
			};
		});
}

/** What the bot's analysis says about messages, conversations and days. */
export function insightTables(
	crowd: Crowd,
	random: Random,
	ledger: Ledger,
	cases: readonly CaseDraft[],
): TableRows[] {
	const talks = ledger.talks.filter((_, index) => index % 9 === 0);
	return [
		{ table: "ai_analysis", rows: ledger.samples.map((sample) => analysisRow(random, crowd, sample)) },
		{ table: "conversation_summaries", rows: talks.map((talk) => summaryRow(crowd, talk)) },
		{ table: "community_health", rows: healthRows(random, crowd, ledger, cases) },
	];
}
