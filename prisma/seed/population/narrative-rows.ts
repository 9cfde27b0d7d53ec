import { snowflakeAt } from "../snowflake";
import { NARRATIVES } from "../text/snippets";
import type { Crowd } from "./crowd";
import { at, json, type Row, type TableRows } from "./rows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

type Run = {
	id: number;
	name: string;
	description: string;
	acts: readonly string[];
	startedAt: number;
	status: string;
};

const STATES = ["completed", "completed", "failed", "running"];

function runRow(guildId: string, run: Run, end: number): Row {
	const finished = Math.min(run.startedAt + run.acts.length * WEEK, end);
	return {
		id: run.id,
		guild_id: guildId,
		narrative_name: run.name,
		narrative_description: run.description,
		status: run.status,
		started_at: at(run.startedAt),
		completed_at: run.status === "completed" ? at(finished) : null,
		error_message: run.status === "failed" ? "Missing Access (50001) in the channel of act 1" : null,
		created_at: at(run.startedAt),
	};
}

function outcomeOf(run: Run, due: number, end: number): "failed" | "scheduled" | "posted" {
	if (run.status === "failed") return "failed";
	return due > end || run.status === "running" ? "scheduled" : "posted";
}

function postRow(crowd: Crowd, channelId: string, run: Run, act: number): Row {
	const planned = run.startedAt + act * WEEK + 2 * HOUR;
	const outcome = outcomeOf(run, planned, crowd.end);
	const due = outcome === "scheduled" ? crowd.end + (act + 1) * 3 * DAY + act * HOUR : planned;
	const button = { type: 2, style: 1, label: "Apply", custom_id: "helper:apply" };
	return {
		narrative_execution_id: run.id,
		act_number: act + 1,
		guild_id: crowd.guild.id,
		channel_id: channelId,
		message_id: outcome === "posted" ? snowflakeAt(due, 4_150_000 + run.id * 16 + act) : null,
		content: run.acts[act] ?? "",
		embed_config: run.id === 2 ? json({ title: "Prompt of the week", color: 0x3d6a8a }) : null,
		components_config: run.id === 4 ? json([button]) : null,
		scheduled_for: at(due),
		posted_at: outcome === "posted" ? at(due + 1200) : null,
		status: outcome,
		error_message: outcome === "failed" ? "Missing Access (50001)" : null,
		created_at: at(run.startedAt),
	};
}

/** Stories and series that the bot posts act by act: some done, one failed, one still to come. */
export function narrativeTables(crowd: Crowd): TableRows[] {
	const channel = crowd.guild.channels.find(({ key }) => key === "jam-talk");
	if (!channel) return [];
	const runs = NARRATIVES.map(([name, description, acts], index): Run => {
		const startedAt = crowd.end - (90 - index * 26) * DAY;
		return { id: index + 1, name, description, acts, startedAt, status: STATES[index] ?? "completed" };
	});
	return [
		{ table: "narrative_executions", rows: runs.map((run) => runRow(crowd.guild.id, run, crowd.end)) },
		{
			table: "discord_narrative_posts",
			rows: runs.flatMap((run) => run.acts.map((_, act) => postRow(crowd, channel.id, run, act))),
		},
	];
}
