import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { migrate, migrationState } from "@/scripts/database/migrate";
import { connected, urlFor } from "@/scripts/database/roles";
import { postgres15Present, startPostgres15, type TemporaryServer } from "./debian-postgres";
import { guideIds } from "./guide-parameters";
import { serenityStatements } from "./serenity";

const reason = postgres15Present ? "" : " (skipped: PostgreSQL 15 is not installed on this machine)";

describe.skipIf(!postgres15Present)(`an empty PostgreSQL 15${reason}`, () => {
	let server: TemporaryServer;
	let ownerUrl: string;

	beforeAll(async () => {
		server = await startPostgres15();
		return () => server.stop();
	});
	beforeAll(async () => {
		const bootstrap = await readFile(
			path.resolve(import.meta.dirname, "../../scripts/database/bootstrap.sql"),
			"utf8",
		);
		await connected(server.adminUrl, (admin) => admin.query(bootstrap));
		ownerUrl = urlFor("guildhall_owner", "", server.adminUrl);
	});

	test("takes every migration", async () => {
		const applied = await migrate(ownerUrl, () => undefined);
		expect(applied.length).toBeGreaterThan(16);
		expect(await migrationState(ownerUrl)).toMatchObject({
			pending: [],
			failed: [],
			unknown: [],
			edited: [],
		});
	});

	test("works for a bot of the documents", async () => {
		await connected(urlFor("guildhall_bot", "", server.adminUrl), async (bot) => {
			await bot.query("INSERT INTO discord_guilds (id, name, owner_id) VALUES ($1, 'Guild', $2)", [
				guideIds.guild,
				guideIds.user,
			]);
			await bot.query("INSERT INTO discord_users (id, username) VALUES ($1, 'owner')", [guideIds.user]);
			for (const { insert, select, rows = 1 } of serenityStatements) {
				for (const statement of insert) await bot.query(statement);
				expect((await bot.query(select)).rows).toHaveLength(rows);
			}
			const { rows } = await bot.query("SELECT sum(messages)::int AS messages FROM rollup_messages_hourly");
			expect(rows).toEqual([{ messages: 2 }]);
		});
	});
});
