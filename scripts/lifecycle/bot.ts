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
