import { describe, expect, it } from "vitest";
import { exportFile, message } from "@/lib/import/fixtures";
import { at, first, guild, ImportHarness, second } from "@/prisma/tests/import-harness";

const harness = new ImportHarness();

describe("an import beside another writer", () => {
	it("tells a message that the other stores at the same time as a stored one", async () => {
		await harness.importText(exportFile([message()], at("10")));
		const client = await harness.database.pool("guildhall_bot").connect();
		try {
			await client.query("BEGIN");
			await client.query(
				`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, content, timestamp)
				VALUES ($1, $2, 1017966828372373500, 688046964549353491, 'told by the gateway', now())`,
				[second, guild],
			);
			const importing = harness.importText(
				exportFile([message(), message({ id: second, embeds: [{ title: "only here" }] })], at("12")),
			);
			await expect.poll(() => harness.rows("SELECT FROM pg_locks WHERE NOT granted")).toHaveLength(1);
			await client.query("COMMIT");
			const [outcome] = await importing;
			expect(outcome).toMatchObject({ state: "imported", written: { created: 0, updated: 1, unchanged: 1 } });
		} finally {
			client.release();
		}
		expect(await harness.rows("SELECT id, content FROM discord_messages ORDER BY id")).toEqual([
			{ id: first, content: "hello" },
			{ id: second, content: "told by the gateway" },
		]);
		expect(await harness.rows("SELECT FROM discord_message_embeds")).toEqual([]);
	});
});
