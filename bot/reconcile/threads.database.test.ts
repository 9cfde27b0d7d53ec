import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, openSetting, type Setting } from "@/bot/tests/following";
import { HARBOR, type Harbor, harborOf } from "@/bot/tests/harbor";

let setting: Setting;
let harbor: Harbor;

beforeAll(async () => {
	setting = await openSetting();
	harbor = harborOf(setting);
});
afterEach(() => setting.stopAll());
afterAll(() => setting.close());

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

function living(): Record<string, string> {
	const found = [...setting.discord.state.core.guild(HARBOR).threads.values()].map(({ fields }) => fields);
	return Object.fromEntries(
		found
			.filter(({ parent_id }) => parent_id === harbor.channel())
			.map(({ id, thread_metadata }) => [id, thread_metadata.archived ? "archived" : "active"]),
	);
}

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
});
