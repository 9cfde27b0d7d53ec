import type { ReportLocale } from "@/lib/report/schema";

type Texts = {
	title: string;
	members: string;
	memberLine: (members: string, joins: string, leaves: string) => string;
	messages: string;
	active: string;
	commands: string;
	commandLine: (compared: string, errors: number, failed: string) => string;
	channels: string;
	nothing: string;
	before: (change: string) => string;
	open: string;
};

/** What a post says beside its figures, in the language that its schedule names. */
export const texts: Record<ReportLocale, Texts> = {
	en: {
		title: "Weekly report",
		members: "Members",
		memberLine: (members, joins, leaves) => `**${members}** · ${joins} joined, ${leaves} left`,
		messages: "Messages",
		active: "Active members",
		commands: "Commands",
		commandLine: (compared, errors, failed) => (errors > 0 ? `${compared} · ${failed} failed` : compared),
		channels: "Busiest channels",
		nothing: "Nobody wrote anything.",
		before: (change) => `${change} on the week before`,
		open: "The whole report",
	},
	de: {
		title: "Wochenbericht",
		members: "Mitglieder",
		memberLine: (members, joins, leaves) => `**${members}** · ${joins} gekommen, ${leaves} gegangen`,
		messages: "Nachrichten",
		active: "Aktive Mitglieder",
		commands: "Befehle",
		commandLine: (compared, errors, failed) =>
			errors > 0 ? `${compared} · ${failed} fehlgeschlagen` : compared,
		channels: "Meistgenutzte Kanäle",
		nothing: "Niemand hat etwas geschrieben.",
		before: (change) => `${change} gegenüber der Woche davor`,
		open: "Der ganze Bericht",
	},
};
