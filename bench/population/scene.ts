import { createHash, randomBytes } from "node:crypto";
import { Command } from "commander";
import pg from "pg";
import type { Permission } from "@/lib/auth/permissions";
import { type GuildScope, inGuild } from "@/lib/auth/scope";
import { readers } from "@/lib/db/readers";
import { benchHome, benchServerUrl } from "@/scripts/database/bench";
import { connected } from "@/scripts/database/roles";
import { Refusal } from "@/scripts/refusal";
import { openPopulation, type Population, populations } from "./database";

/** A population, its largest guild, and somebody of the highest level there who is signed in. */
export type Scene = Population & {
	guildId: string;
	token: string;
	/** Runs `work` in the application's own scope of the largest guild: web role, policies, one transaction. */
	inScope<T>(permission: Permission, work: (guild: GuildScope) => Promise<T>): Promise<T>;
	/** Rows as the administrator sees them, for choosing what to ask for. */
	look<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
};

/** What follows the names on the command line of a bench that reads populations. */
export type SceneOptions = { messages: number[]; rounds: number };

/**
 * Runs `work` in every population that was asked for, the smaller ones first.
 * @throws Refusal where one does not exist
 */
export async function inScenes<T>(
	args: string[],
	rounds: number,
	work: (scene: Scene, options: SceneOptions) => Promise<T>,
): Promise<T[]> {
	const options = await sceneOptions(args, rounds);
	const results: T[] = [];
	for (const messages of options.messages) {
		const population = await openPopulation(benchServerUrl(), benchHome, messages);
		const scene = await openScene(population);
		try {
			results.push(await work(scene, options));
		} finally {
			await scene.close();
		}
	}
	return results;
}

/** The populations and rounds asked for; all populations from a million messages on unless said. */
export async function sceneOptions(args: string[], rounds: number): Promise<SceneOptions> {
	const given = new Command("bench")
		.option("--messages <list>", "populations, by their number of messages")
		.option("--rounds <number>", "how often each thing is measured")
		.allowUnknownOption()
		.allowExcessArguments()
		.parse(args, { from: "user" })
		.opts<{ messages?: string; rounds?: string }>();
	const known = await populations(benchServerUrl());
	const messages = given.messages?.split(",").map(Number) ?? known.filter((count) => count >= 1_000_000);
	const missing = messages.find((count) => !known.includes(count));
	if (missing !== undefined || messages.length === 0)
		throw new Refusal(`Build it first: npm run bench:seed -- --messages ${missing ?? 1_000_000}`);
	return { messages: messages.toSorted((a, b) => a - b), rounds: Number(given.rounds ?? rounds) };
}

async function openScene(population: Population): Promise<Scene & { close(): Promise<void> }> {
	const { guildId, userId, token } = await signIn(population.adminUrl);
	const web = new pg.Pool({
		connectionString: population.urls.guildhall_web,
		max: 2,
		pipeline: true,
		types: readers,
	});
	globalThis.guildhallPools = { web };
	const caller = { token, requestId: "bench" };
	return {
		...population,
		guildId,
		token,
		inScope: (permission, work) => inGuild(guildId, permission, work, { caller }),
		look: (text, values) =>
			connected(population.adminUrl, async (admin) => (await admin.query(text, values)).rows),
		async close() {
			globalThis.guildhallPools = {};
			await web.end();
			await connected(population.adminUrl, (admin) =>
				admin.query("DELETE FROM web_users WHERE user_id = $1", [userId]),
			);
		},
	};
}

/** Somebody new whose access is confirmed for a day, so that nobody asks Discord for it again meanwhile. */
async function signIn(adminUrl: string): Promise<{ guildId: string; userId: string; token: string }> {
	const token = randomBytes(32).toString("base64url");
	const userId = `7${randomBytes(6).readUIntBE(0, 6).toString().padStart(17, "0")}`;
	return connected(adminUrl, async (admin) => {
		const { rows } = await admin.query<{ id: string }>(
			"SELECT id FROM discord_guilds WHERE id <> 0 ORDER BY member_count DESC LIMIT 1",
		);
		const guildId = rows[0]?.id ?? "";
		await admin.query(
			"INSERT INTO web_users (user_id, discord_username, guilds_synced_at) VALUES ($1, 'bench', now() + interval '1 day')",
			[userId],
		);
		await admin.query(
			`INSERT INTO server_admins (server_id, user_id, source, level, checked_at)
			VALUES ($1, $2, 'discord', 7, now() + interval '1 day')`,
			[guildId, userId],
		);
		await admin.query(
			`INSERT INTO web_sessions (user_id, token_hash, expires_at, absolute_expires_at)
			VALUES ($1, $2, now() + interval '1 day', now() + interval '1 day')`,
			[userId, createHash("sha256").update(token).digest()],
		);
		return { guildId, userId, token };
	});
}
