import type { Random } from "../random";
import { weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { ARTICLES } from "../text/articles";
import { DIALOGUES } from "../text/support";
import type { Crowd, Member } from "./crowd";
import { presentUser } from "./executions";
import { moments } from "./rhythm";
import { at, json, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";
import { uuidFor } from "./uuid";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Outcome = { row: Row; ticket: Row | null; at: number; seconds: number; status: string };

function documentRows(random: Random, crowd: Crowd): Row[] {
	const articles =
		crowd.guild.key === "harbor" ? ARTICLES : crowd.guild.key === "trail" ? ARTICLES.slice(6, 8) : [];
	const authors = staffOf(crowd, "senior");
	return articles.map(({ title, type, content }, index) => ({
		id: uuidFor(`document/${crowd.guild.id}/${title}`),
		server_id: crowd.guild.id,
		title,
		content,
		file_type: type,
		file_size: type === "pdf" ? 148_221 : Buffer.byteLength(content),
		storage_path: null,
		created_by: random.pick(authors).user.id,
		created_at: at(crowd.start + (index * 23 + 3) * DAY),
		updated_at: at(Math.min(crowd.start + (index * 31 + 9) * DAY, crowd.end)),
	}));
}

function transcript(
	dialogue: (typeof DIALOGUES)[number],
	asked: number,
	seconds: number,
	forwarded: boolean,
	open: boolean,
) {
	const say = (role: string, content: string, after: number) => ({
		role,
		content,
		at: new Date(asked + after * 1000).toISOString(),
	});
	const lines = [
		say("user", dialogue.question, 0),
		say("assistant", `${dialogue.answer}\n\n*From “${dialogue.article}”.*`, seconds),
	];
	if (open) return lines;
	if (!forwarded) return [...lines, say("user", "That helped, thank you!", seconds + 70)];
	return [
		...lines,
		say("user", dialogue.follow, seconds + 64),
		say(
			"assistant",
			"I do not know that one. I have handed this to the helpers; somebody will write to you.",
			seconds + 64 + 3,
		),
	];
}

function ticketRow(
	random: Random,
	crowd: Crowd,
	helpers: readonly Member[],
	conversation: Row,
	when: number,
	resolution: string,
): Row {
	const age = crowd.end - when;
	const resolved = age > 9 * DAY || random.chance(0.35);
	const assigned = resolved || random.chance(0.55);
	const done = Math.min(when + Math.floor(random.logNormal(9 * HOUR, 0.9)), crowd.end);
	return {
		id: uuidFor(`ticket/${String(conversation.id)}`),
		conversation_id: conversation.id ?? null,
		server_id: crowd.guild.id,
		assigned_to: assigned ? random.pick(helpers).user.id : null,
		forwarded_at: at(when),
		status: resolved ? "resolved" : assigned ? "assigned" : "pending",
		resolved_at: resolved ? at(done) : null,
		resolution_notes: resolved ? resolution : null,
	};
}

function converse(
	random: Random,
	crowd: Crowd,
	helpers: readonly Member[],
	member: Member,
	asked: number,
	index: number,
): Outcome {
	const dialogue = random.pick(DIALOGUES);
	const forwarded = random.chance(0.24);
	const open = !forwarded && crowd.end - asked < 5 * HOUR && random.chance(0.7);
	const seconds = Math.max(1, Math.round(random.logNormal(3.1, 0.5)));
	const ended = asked + (seconds + 80) * 1000;
	const channel =
		crowd.guild.channels.find(({ key }) => key === "support") ??
		crowd.guild.channels.find(({ theme }) => theme);
	const row: Row = {
		id: uuidFor(`conversation/${crowd.guild.id}/${index}`),
		server_id: crowd.guild.id,
		channel_id: channel?.id ?? crowd.guild.id,
		thread_id: snowflakeAt(asked, 4_170_000 + index),
		user_id: member.user.id,
		username: member.user.username,
		transcript: json(transcript(dialogue, asked, seconds, forwarded, open)),
		status: open ? "active" : forwarded ? "forwarded" : "completed",
		created_at: at(asked),
		updated_at: at(Math.min(ended, crowd.end)),
		completed_at: open || forwarded ? null : at(Math.min(ended, crowd.end)),
	};
	const ticket = forwarded
		? ticketRow(random, crowd, helpers, row, Math.min(ended, crowd.end), dialogue.resolution)
		: null;
	return { row, ticket, at: asked, seconds, status: String(row.status) };
}

function dailyRows(crowd: Crowd, outcomes: readonly Outcome[]): Row[] {
	const days = new Map<string, Outcome[]>();
	for (const outcome of outcomes) {
		const date = new Date(outcome.at).toISOString().slice(0, 10);
		days.set(date, [...(days.get(date) ?? []), outcome]);
	}
	return [...days].map(([date, list]) => ({
		id: uuidFor(`analytics/${crowd.guild.id}/${date}`),
		server_id: crowd.guild.id,
		date,
		total_queries: list.length,
		resolved_queries: list.filter(({ status }) => status === "completed").length,
		forwarded_tickets: list.filter(({ ticket }) => ticket !== null).length,
		average_response_time: (list.reduce((sum, { seconds }) => sum + seconds, 0) / list.length).toFixed(2),
		created_at: at(Date.parse(`${date}T23:59:00Z`)),
	}));
}

/** Knowledge, conversations with the assistant, tickets that came of them, and their daily figures. */
export function supportTables(crowd: Crowd, random: Random, total: number): TableRows[] {
	const { guild, members, start, end } = crowd;
	const helpers = staffOf(crowd, "helper");
	const pick = weighted(
		members.filter((member) => !member.user.bot && !member.raider),
		(member) => 0.01 + member.activity,
	);
	const outcomes = moments(random, { start, end, total, timeZone: guild.timeZone, growth: 2.4 }).flatMap(
		(asked, index) => {
			const member = presentUser(random, pick, asked);
			return member ? [converse(random, crowd, helpers, member, asked, index)] : [];
		},
	);
	return [
		{ table: "knowledge_documents", rows: documentRows(random, crowd) },
		{ table: "conversations", rows: outcomes.map(({ row }) => row) },
		{ table: "forwarded_tickets", rows: outcomes.flatMap(({ ticket }) => (ticket === null ? [] : [ticket])) },
		{ table: "analytics", rows: dailyRows(crowd, outcomes) },
	];
}
