import { describe, expect, test } from "vitest";
import { eventually } from "@/bot/tests/following";
import { atHarbor } from "@/bot/tests/harbor";

const { setting, harbor } = await atHarbor();
const { discord, rows } = setting;

const { channel, write } = harbor;

describe("the history", { timeout: 60_000 }, () => {
	const requests = (path: string) => discord.state.log.entries().filter((entry) => entry.path === path);
	const finished = (said: string[]) =>
		eventually(async () => expect(said.some((line) => line.includes("the history is read"))).toBe(true));
	const inHistory = () =>
		rows<{ read: number; cursor: string | null }>(
			`SELECT (SELECT count(*)::int FROM discord_messages m WHERE m.guild_id = c.guild_id AND m.channel_id = c.id) AS read,
				c.last_read_message_id::text AS cursor
			FROM discord_channels c WHERE c.id = $1`,
			[channel()],
		);

	test("is read back once, and goes on where it was ended", async () => {
		const all = Array.from({ length: 450 }, (_, index) => write(`history ${index}`));
		const standing = discord.state.messages.list(channel()).length;
		expect(standing).toBeGreaterThanOrEqual(all.length);
		const path = `/api/v10/channels/${channel()}/messages`;
		discord.state.turn({ kind: "delay", path, ms: 400, times: 100 });
		const first = await setting.follow({ backfillDays: 30 });
		await eventually(async () => expect((await inHistory())[0]?.cursor).toEqual(expect.any(String)));
		await first.stop();
		const [ended] = await inHistory();
		expect(ended?.read).toBeLessThan(standing);
		expect(ended?.cursor).not.toBe(channel());

		const asked = requests(path).length;
		const { said } = await setting.follow({ backfillDays: 30 });
		await eventually(async () => expect(await inHistory()).toEqual([{ read: standing, cursor: channel() }]));
		expect(requests(path).length - asked).toBeLessThan(Math.ceil(standing / 100) + 1);
		await finished(said);
	});

	test("is not read twice", async () => {
		const before = discord.state.log.entries().length;
		const { said } = await setting.follow({ backfillDays: 30 });
		await finished(said);
		const asked = discord.state.log.entries().slice(before);
		const read = asked.filter(({ path, status }) => path.endsWith("/messages") && status === 200);
		expect(read).toEqual([]);
	});
});
