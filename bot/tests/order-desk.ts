import { pino } from "pino";
import { afterAll } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { Desk } from "@/bot/orders/desk";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

export const GUILD = "902114735018344448";
export const BOT = SIMULATED_CLIENT.clientId;

/** A desk that carries orders out on a simulated Discord, for all tests of a file; call it at the top of the file. */
export async function openDesk(): Promise<{ db: TestDatabase; discord: Simulator; scope: Scope }> {
	const db = await testDatabase();
	const discord = await startSimulator({ port: 0 });
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Lantern Harbor')", [GUILD]);
	const scope = await openScope(db.urls.guildhall_bot);
	const rest = restClient(`${discord.url}/api/v10`, SIMULATED_CLIENT.botToken);
	const log = pino({ level: "silent" });
	const desk = new Desk({ scope, url: db.urls.guildhall_bot, rest, log, botId: BOT });
	await desk.open();
	afterAll(async () => {
		await desk.close();
		await scope.close();
		await discord.close();
		await db.drop();
	});
	return { db, discord, scope };
}

export function textChannelOf(discord: Simulator): string {
	const { channels } = discord.state.core.guild(GUILD);
	return [...channels.values()].find(({ type }) => type === 0)?.id ?? "";
}
