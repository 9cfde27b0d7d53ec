import { z } from "zod";
import { discordId, flag, logLevel, sealingKeys } from "@/lib/env-values";

const schema = z.object({
	DATABASE_BOT_URL: z.url(),
	DISCORD_BOT_TOKEN: z.string().min(1, "the bot's token (Discord's developer portal, page Bot)"),
	DISCORD_CLIENT_ID: discordId,
	DISCORD_API_URL: z.url().default("https://discord.com/api/v10"),
	/** Where the dashboard is: what the worker posts leads there. */
	NEXTAUTH_URL: z.url().default("http://localhost:3000"),
	/** The first encrypts the tokens of webhooks. Absent: they are not kept. */
	GUILDHALL_ENCRYPTION_KEYS: sealingKeys,
	/** Off: messages are counted, their text, embeds and components are not kept. */
	STORE_MESSAGE_CONTENT: flag(true),
	LOG_LEVEL: logLevel,
});

export type BotEnv = z.infer<typeof schema>;

/**
 * The worker's environment.
 * @throws Error naming every variable that is missing or malformed and what it must be.
 */
export function botEnv(variables: NodeJS.ProcessEnv): BotEnv {
	const result = schema.safeParse(variables);
	if (result.success) return result.data;
	const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
	throw new Error(`The worker cannot start (see .env.example):\n${problems.join("\n")}`);
}
