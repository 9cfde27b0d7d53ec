import type { Random } from "../random";
import { SNIPPETS } from "../text/snippets";
import type { CommandSpec } from "./commands";
import type { Member } from "./crowd";

const QUESTIONS = [
	"How do I submit a game to the jam?",
	"Which palette tool do people here use?",
	"Can I post paid work?",
	"How do I become a helper?",
	"What is the maximum upload size?",
	"Where do I find the rules in German?",
	"How do levels work?",
	"Can I use assets from an older project in the jam?",
];

const ABOUT = [
	"stretch",
	"push the build",
	"vote for the theme",
	"call the dentist",
	"water the plants",
	"upload the jam entry",
	"write patch notes",
];
const SNIPPET_NAMES = [
	"rules",
	"jam-dates",
	"ask-better",
	"git-basics",
	"palette-tools",
	"export-web",
	"code-blocks",
];

/** Believable option values for one use of a command. */
export function optionsOf(random: Random, command: CommandSpec, users: readonly Member[]) {
	return command.options.flatMap((option) => {
		if (!option.required && random.chance(0.6)) return [];
		return { name: option.name, type: option.type, value: optionValue(random, option.name, users) };
	});
}

function optionValue(random: Random, name: string, users: readonly Member[]): string | number {
	switch (name) {
		case "user":
			return random.pick(users).user.id;
		case "when":
			return random.pick(["in 20m", "in 2h", "tomorrow at 9", "on Friday", "in 3d"]);
		case "about":
			return random.pick(ABOUT);
		case "name":
			return random.pick(SNIPPET_NAMES);
		case "question":
			return random.pick(QUESTIONS);
		case "duration":
			return random.pick(["10m", "1h", "6h", "1d", "7d"]);
		case "action":
			return random.pick(["theme", "submit", "results"]);
		case "number":
			return random.int(1, 400);
		case "hours":
			return random.pick([1, 6, 24, 48]);
		case "count":
			return random.pick([5, 10, 20, 50]);
		default:
			return random.pick(["Back soon", "In a meeting", "Asleep", "See the channel", "Walking the dog"]);
	}
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
	leaderboard: ["Here are the ten most active members."],
	remind: ["I will remind you."],
	poll: ["Your poll is open."],
	afk: ["You are marked as away. I will remove it with your next message."],
	ticket: ["Your ticket is open. Somebody will be with you soon."],
	ask: ["From the knowledge base: see the article that I linked below. Did that help?"],
	jam: ["The theme is “Only one light”.", "Your entry is in. Good luck!", "Results come out on Monday."],
	purge: ["Done. The messages are gone, and the log has a copy."],
	help: ["Here is what I can do."],
};

/** What the bot answered to a use with these options. */
export function answerOf(
	random: Random,
	command: CommandSpec,
	options: readonly { name: string; value: string | number }[],
): string {
	if (command.name === "rank") return rankAnswer(random.int(3, 1900));
	if (command.name === "ping") return `Pong. ${random.int(28, 96)} ms to Discord.`;
	if (command.name === "snippet") {
		const snippet = SNIPPETS.find(([name]) => options.some(({ value }) => value === name));
		return snippet?.[1] ?? "There is no such snippet.";
	}
	return random.pick(ANSWERS[command.name] ?? ["Done."]);
}

/** What went wrong, in the words of the API or of the bot. */
export function errorOf(random: Random, command: CommandSpec, latency: number): string {
	if (latency > 3000) return "Unknown interaction (10062): answered after the three seconds Discord allows";
	if (command.name === "ask")
		return random.pick([
			"Knowledge search timed out after 2500 ms",
			"Upstream answered 503 Service Unavailable",
		]);
	if (command.name === "leaderboard") return "canceling statement due to statement timeout";
	if (command.staff)
		return random.pick([
			"Missing Permissions (50013)",
			"Unknown Member (10007)",
			"Target has a higher role than the bot",
		]);
	return random.pick([
		"Missing Access (50001)",
		"Cannot send messages to this user (50007)",
		"Invalid Form Body (50035): when: cannot be parsed",
		"Connection terminated unexpectedly",
	]);
}

function rankAnswer(place: number): string {
	return `You are level ${Math.max(1, Math.round(42 - 5.4 * Math.log(place)))}, place ${place} of this server.`;
}
