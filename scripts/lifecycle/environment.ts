import { home } from "@/scripts/database/open";
import type { RoleUrls } from "@/scripts/database/roles";
import { keptSecrets } from "@/scripts/database/secrets";

/** Addresses that may do more than serve pages, and the bot's token; the web process never sees them. */
const WITHHELD = ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BOT_URL", "DISCORD_BOT_TOKEN"];

/**
 * The environment of the web process: what was given, completed with the database's addresses and with secrets that
 * are kept in the state folder.
 */
export async function webEnvironment(
	port: number,
	urls: RoleUrls,
	discord: Record<string, string>,
	stateFolder = home,
): Promise<NodeJS.ProcessEnv> {
	const env: NodeJS.ProcessEnv = {
		...process.env,
		NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
		DATABASE_WEB_URL: urls.guildhall_web,
		DATABASE_AUTH_URL: urls.guildhall_auth,
		...discord,
	};
	for (const name of WITHHELD) delete env[name];
	if (env.NEXTAUTH_SECRET && env.GUILDHALL_ENCRYPTION_KEYS) return env;
	const kept = await keptSecrets(stateFolder);
	env.NEXTAUTH_SECRET ||= kept.nextAuthSecret;
	env.GUILDHALL_ENCRYPTION_KEYS ||= kept.encryptionKeys;
	return env;
}
