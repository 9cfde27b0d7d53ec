import { z } from "zod";
import type { RoleUrls } from "@/scripts/database/roles";
import { type Running, startTool } from "./processes";

/** Addresses and secrets of the web's side; the worker never sees them. */
const WITHHELD = [
	"DATABASE_URL",
	"DATABASE_OWNER_URL",
	"DATABASE_WEB_URL",
	"DATABASE_AUTH_URL",
	"NEXTAUTH_SECRET",
	"DISCORD_CLIENT_SECRET",
];

/** The level at which pino writes why a process ends. */
const FATAL = 60;

const lastLine = z.object({ level: z.literal(FATAL), msg: z.string() });

/**
 * Why the worker ended by itself, in its own sentence.
 * @param tail the last lines of what it said: JSON, and whatever else was printed
 * @returns undefined where it said none
 */
export function lastWords(tail: string): string | undefined {
	for (const line of tail.split("\n").toReversed()) {
		const said = lastLine.safeParse(json(line));
		if (said.success) return said.data.msg;
	}
	return undefined;
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Starts the worker as a process of its own.
 * @param variables Discord's address and the bot's token, and secrets that both processes share
 */
export function startBot(
	urls: Pick<RoleUrls, "guildhall_bot">,
	variables: Readonly<Record<string, string | undefined>>,
	args: string[] = [],
	heard?: (chunk: string) => void,
): Running {
	const env: NodeJS.ProcessEnv = { ...process.env, ...variables, DATABASE_BOT_URL: urls.guildhall_bot };
	for (const name of WITHHELD) delete env[name];
	return startTool("bot/main.ts", args, { env, typescript: true, ...(heard ? { heard } : {}) });
}
