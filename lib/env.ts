import { z } from "zod";
import { discordId, flag, list, logLevel, sealingKeys } from "./env-values";

const url = z.url();

const schema = z.object({
	NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
	PORT: z.coerce.number().int().min(1).max(65535).default(3000),
	/** The address people type into the browser; cookies and redirects depend on it. */
	NEXTAUTH_URL: url.default("http://localhost:3000"),
	NEXTAUTH_SECRET: z.string().min(32, "at least 32 characters; `openssl rand -base64 32` makes one"),
	DATABASE_WEB_URL: url,
	DATABASE_AUTH_URL: url,
	DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
	GUILDHALL_ENCRYPTION_KEYS: sealingKeys.refine((keys) => keys.length > 0, "at least one `id:base64` key"),
	DISCORD_CLIENT_ID: discordId,
	DISCORD_CLIENT_SECRET: z.string().min(1),
	DISCORD_API_URL: url.default("https://discord.com/api/v10"),
	DISCORD_AUTHORIZE_URL: url.default("https://discord.com/oauth2/authorize"),
	DISCORD_CDN_URL: url.default("https://cdn.discordapp.com"),
	/** Marks the simulated Discord; production refuses to start with it unless this is set on purpose. */
	GUILDHALL_DEMO: flag(false),
	GUILDHALL_OPERATORS: list(discordId),
	/** Requests for pages of one session, or of one address without a session; see lib/api/rate-limit.ts. */
	GUILDHALL_PAGES_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(1_200),
	REDIS_URL: z.union([url, z.literal("")]).default(""),
	LOG_LEVEL: logLevel,
});

/** A Discord that is not Discord lets anybody sign in as anybody. */
const checked = schema.refine(
	(env) =>
		env.NODE_ENV !== "production" ||
		env.GUILDHALL_DEMO ||
		new URL(env.DISCORD_API_URL).hostname.match(/(^|\.)discord\.com$/) !== null,
	{
		path: ["DISCORD_API_URL"],
		message: "not Discord's own address; in production only GUILDHALL_DEMO=1 allows a simulated one",
	},
);

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, validated once on first use.
 * @throws Error naming every variable that is missing or malformed and what it must be.
 */
export function env(): Env {
	if (parsed) return parsed;
	const result = checked.safeParse(process.env);
	if (!result.success) {
		const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
		throw new Error(`The environment is not usable (see .env.example):\n${problems.join("\n")}`);
	}
	parsed = result.data;
	return parsed;
}

/** Whether people reach this site over https, as the address that they type says. */
export function isHttps(): boolean {
	return env().NEXTAUTH_URL.startsWith("https://");
}
