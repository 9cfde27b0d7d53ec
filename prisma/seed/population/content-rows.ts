import type { Random } from "../random";
import { REMINDERS, SNIPPETS } from "../text/snippets";
import type { Crowd } from "./crowd";
import { narrativeTables } from "./narrative-rows";
import { at, type Row, type TableRows } from "./rows";
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

/** The weekly report goes to the staff's room, where there is one, on Monday mornings; it was last changed today. */
function reportRows({ guild, end }: Crowd): Row[] {
	const channel = guild.channels.find(({ key }) => key === "staff-room");
	if (!channel) return [];
	return [
		{
			guild_id: guild.id,
			channel_id: channel.id,
			weekday: 1,
			hour: 9,
			locale: "en",
			enabled: true,
			created_at: at(end),
			updated_at: at(end),
			created_by: guild.ownerId,
			updated_by: guild.ownerId,
		},
	];
}

/** Snippets, reminders, the weekly report and scheduled posts of one server. */
export function contentTables(crowd: Crowd, random: Random): TableRows[] {
	return [
		{ table: "snippets", rows: snippetRows(random, crowd) },
		{ table: "reminders", rows: reminderRows(random, crowd) },
		{ table: "report_schedules", rows: reportRows(crowd) },
		...narrativeTables(crowd),
	];
}
