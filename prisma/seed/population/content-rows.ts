import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import { NARRATIVES, REMINDERS, SNIPPETS } from "../text/snippets";
import type { Crowd } from "./crowd";
import { at, json, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function snippetRows(random: Random, crowd: Crowd): Row[] {
	const authors = staffOf(crowd, "helper");
	const texts = crowd.guild.key === "harbor" ? SNIPPETS : SNIPPETS.slice(17, 18);
	const rows = texts.map(([name, content], index) => ({
		guild_id: crowd.guild.id,
		snippet_name: name,
		snippet_content: content,
		snippet_user_id: random.pick(authors).user.id,
		uses: Math.floor(random.logNormal(60, 1.2)),
		locked: index < 2,
		alias: null,
		created_at: at(crowd.start + (index + 1) * 11 * DAY),
	}));
	const alias = rows[5] && {
		...rows[5],
		snippet_name: "webbuild",
		snippet_content: null,
		alias: "export-web",
		uses: 14,
		locked: false,
	};
	return alias ? [...rows, alias] : rows;
}

function reminderRows(random: Random, crowd: Crowd): Row[] {
	const people = crowd.members.filter((member) => member.leftAt === null && member.activity > 0.01);
	const channel = crowd.guild.channels.find(({ key }) => key === "bot-commands" || key === "trail-talk");
	if (!channel) return [];
	return Array.from({ length: crowd.guild.key === "harbor" ? 240 : 12 }, (_, index) => {
		const member = random.pick(people);
		const due = crowd.end + (index % 6 === 0 ? random.int(1, 400) * HOUR : -random.int(1, 2400) * HOUR);
		return {
			guild_id: crowd.guild.id,
			reminder_content: random.pick(REMINDERS),
			reminder_expires_at: at(due),
			reminder_channel_id: channel.id,
			reminder_user_id: member.user.id,
			reminder_sent: due <= crowd.end,
			created_at: at(Math.min(due - random.int(1, 90) * HOUR, crowd.end)),
		};
	}).sort((one, other) => one.created_at.getTime() - other.created_at.getTime());
}

function narrativeTables(random: Random, crowd: Crowd): { runs: Row[]; posts: Row[] } {
	const { guild, end } = crowd;
	const runs: Row[] = [];
	const posts: Row[] = [];
	if (guild.key !== "harbor") return { runs, posts };
	const channel = guild.channels.find(({ key }) => key === "jam-talk");
	for (const [index, [name, description, acts]] of NARRATIVES.entries()) {
		const started = end - (90 - index * 26) * DAY;
		const finished = started + acts.length * 7 * DAY;
		const status = index === 3 ? "running" : index === 2 ? "failed" : "completed";
		runs.push({
			id: index + 1,
			guild_id: guild.id,
			narrative_name: name,
			narrative_description: description,
			status,
			started_at: at(started),
			completed_at: status === "completed" ? at(Math.min(finished, end)) : null,
			error_message: status === "failed" ? "Missing Access (50001) in the channel of act 1" : null,
			created_at: at(started),
		});
		for (const [act, content] of acts.entries()) {
			const due = started + act * 7 * DAY + 2 * HOUR;
			const outcome =
				status === "failed" ? "failed" : due > end || status === "running" ? "scheduled" : "posted";
			posts.push({
				narrative_execution_id: index + 1,
				act_number: act + 1,
				guild_id: guild.id,
				channel_id: channel?.id ?? guild.id,
				message_id: outcome === "posted" ? snowflakeAt(due, 4_150_000 + posts.length) : null,
				content,
				embed_config: index === 1 ? json({ title: "Prompt of the week", color: 0x3d6a8a }) : null,
				components_config:
					index === 3 ? json([{ type: 2, style: 1, label: "Apply", custom_id: "helper:apply" }]) : null,
				scheduled_for: at(
					outcome === "scheduled" ? end + (act + 1) * 3 * DAY + random.int(0, 5) * HOUR : due,
				),
				posted_at: outcome === "posted" ? at(due + 1200) : null,
				status: outcome,
				error_message: outcome === "failed" ? "Missing Access (50001)" : null,
				created_at: at(started),
			});
		}
	}
	return { runs, posts };
}

/** Snippets, reminders and scheduled posts of one server. */
export function contentTables(crowd: Crowd, random: Random): TableRows[] {
	const { runs, posts } = narrativeTables(random, crowd);
	return [
		{ table: "snippets", rows: snippetRows(random, crowd) },
		{ table: "reminders", rows: reminderRows(random, crowd) },
		{ table: "narrative_executions", rows: runs },
		{ table: "discord_narrative_posts", rows: posts },
	];
}
