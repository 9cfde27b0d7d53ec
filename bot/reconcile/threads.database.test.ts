import { PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { receivedNow } from "@/bot/gateway/clock";
import { tell } from "@/bot/reconcile/tell";
import { openScope } from "@/bot/scope";
import { eventually } from "@/bot/tests/following";
import { atHarbor, HARBOR } from "@/bot/tests/harbor";

const { ViewChannel, ReadMessageHistory } = PermissionFlagsBits;

const { setting, harbor } = await atHarbor();

const threads = () => setting.discord.state.threads;

function thread(name: string, archived: boolean, type = 11): string {
	const { id } = threads().create(harbor.channel(), { name, ownerId: harbor.owner().userId, type });
	if (archived) threads().update(id, { archived: true });
	return id;
}

/** Of the threads below the first channel: whether each is there and asleep, by id. */
async function stored(): Promise<Record<string, string>> {
	const rows = await setting.rows<{ id: string; state: string }>(
		`SELECT id::text, CASE WHEN deleted_at IS NOT NULL THEN 'gone' WHEN archived THEN 'archived' ELSE 'active' END AS state
		 FROM discord_channels WHERE parent_id = $1 AND channel_type LIKE '%thread'`,
		[harbor.channel()],
	);
	return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
}

async function names(ids: readonly string[]): Promise<string[]> {
	const rows = await setting.rows<{ name: string }>(
		"SELECT name FROM discord_channels WHERE guild_id = $1 AND id = ANY ($2) ORDER BY name",
		[HARBOR, ids],
	);
	return rows.map(({ name }) => name);
}

function living(): Record<string, string> {
	const found = [...setting.discord.state.core.guild(HARBOR).threads.values()].map(({ fields }) => fields);
	return Object.fromEntries(
		found
			.filter(({ parent_id }) => parent_id === harbor.channel())
			.map(({ id, thread_metadata }) => [id, thread_metadata.archived ? "archived" : "active"]),
	);
}

/** What the bot may do in the guild; null: as it stands. */
const permit = (permissions: bigint | null) =>
	setting.discord.state.turn({
		...{ kind: "permissions", guildId: HARBOR, userId: setting.discord.state.botId },
		permissions: permissions === null ? null : String(permissions),
	});

describe("archived threads, after a session was lost", { timeout: 60_000 }, () => {
	test("are as Discord has them, beyond the first page, and those that were deleted are gone", async () => {
		await setting.follow();
		await harbor.compared(new Date(0));
		const old = Array.from({ length: 230 }, (_, index) => thread(`old ${index}`, true));
		const [slept, ended] = [thread("falls asleep", false), thread("ends", false)];
		const whisper = thread("whispers", true, 12);
		await eventually(async () => expect(await stored()).toEqual(living()));

		const lost = harbor.loseSession();
		const deleted = [old[3] ?? "", old[150] ?? "", old[229] ?? "", ended, whisper];
		for (const id of deleted) threads().delete(id, harbor.owner());
		threads().update(slept, { archived: true });
		threads().update(old[10] ?? "", { archived: false });
		const missed = thread("missed", true);
		await harbor.compared(lost);

		const gone = Object.fromEntries(deleted.map((id) => [id, "gone"]));
		const now = await stored();
		expect(now).toEqual({ ...living(), ...gone });
		expect([now[slept], now[old[10] ?? ""], now[missed]]).toEqual(["archived", "active", "archived"]);
	});

	test("are read where they are private too: all by who manages threads, else those that the bot is in", async () => {
		await setting.follow();
		await harbor.compared(new Date(0));
		const [hidden, joined] = [thread("hidden", true, 12), thread("joined", true, 12)];
		threads().setMember(joined, setting.discord.state.botId, true);
		await eventually(async () => expect(await stored()).toMatchObject({ [hidden]: "archived" }));

		permit(ViewChannel | ReadMessageHistory);
		const first = harbor.loseSession();
		for (const id of [hidden, joined]) threads().update(id, { name: "renamed" });
		await harbor.compared(first);
		expect(await names([hidden, joined])).toEqual(["hidden", "renamed"]);

		permit(null);
		await harbor.compared(harbor.loseSession());
		expect(await names([hidden, joined])).toEqual(["renamed", "renamed"]);
	});

	test("are not gone where one woke and the stream told it first", async () => {
		const woke = thread("wakes", true);
		await setting.follow();
		await harbor.compared(new Date(0));
		await eventually(async () => expect(await stored()).toMatchObject({ [woke]: "archived" }));
		const began = receivedNow();
		const heard = receivedNow();
		const scope = await openScope(setting.db.urls.guildhall_bot, 1);
		await tell(scope, HARBOR, (tables) => {
			const listed = { parent: harbor.channel(), kinds: ["public_thread"], since: null };
			tables.channels.archivedThreads({ guild_id: HARBOR, at: began, ...listed });
		});
		await tell(scope, HARBOR, (tables) =>
			tables.channels.put(HARBOR, woke, heard, { name: "wakes", archived: false }),
		);
		await scope.close();
		expect(await stored()).toMatchObject({ [woke]: "active" });
	});
});
