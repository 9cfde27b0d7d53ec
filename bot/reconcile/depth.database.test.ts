import { describe, expect, test } from "vitest";
import { atHarbor, HARBOR } from "@/bot/tests/harbor";

const thumb = { id: null, name: "👍", animated: false };

const { setting, harbor } = await atHarbor();

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const stored = (id: string) =>
	setting.rows<{ content: string; deleted: boolean }>(
		"SELECT content, deleted_at IS NOT NULL AS deleted FROM discord_messages WHERE guild_id = $1 AND id = $2",
		[HARBOR, id],
	);
const peopleOf = async (id: string) => {
	const found = await setting.rows<{ user_id: string }>(
		"SELECT user_id::text FROM discord_message_reactions WHERE guild_id = $1 AND message_id = $2 ORDER BY user_id",
		[HARBOR, id],
	);
	return found.map(({ user_id }) => user_id);
};
const askedForPeople = () =>
	setting.discord.state.log.entries().filter(({ path }) => /\/messages\/\d+\/reactions\//.test(path)).length;

describe("what a lost session missed", { timeout: 60_000 }, () => {
	test("holds who is interested in events, also who was before the worker came", async () => {
		const { events } = setting.discord.state;
		const plan = { name: "Regatta", startsAt: Date.now() + 86_400_000, location: "The pier" };
		const { id } = events.create(HARBOR, plan, harbor.owner());
		for (let index = 0; index < 130; index++) events.setInterested(HARBOR, id, harbor.someone(index), true);
		await setting.follow();
		await harbor.compared(new Date(0));
		expect(await interestIn(id)).toEqual({ count: 130, people: 130 });
		const lost = harbor.loseSession();
		for (const index of [0, 1, 2]) events.setInterested(HARBOR, id, harbor.someone(index), false);
		events.setInterested(HARBOR, id, harbor.someone(200), true);
		await harbor.compared(lost);
		expect(await interestIn(id)).toEqual({ count: 128, people: 128 });
		events.setInterested(HARBOR, id, harbor.someone(0), true);
		events.setInterested(HARBOR, id, harbor.someone(200), false);
		events.setInterested(HARBOR, id, harbor.someone(5), false);
		await expect.poll(() => interestIn(id), { timeout: 20_000 }).toEqual({ count: 127, people: 127 });
	});

	test("is found as far back as a day before it, not only in the last hundred messages", async () => {
		const { messages } = setting.discord.state;
		await setting.follow();
		await harbor.compared(new Date(0));
		const old = Array.from({ length: 350 }, (_, index) => harbor.write(`before ${index}`).fields.id);
		const [first = "", edited = "", deleted = ""] = old;
		await expect.poll(() => stored(old.at(-1) ?? ""), { timeout: 20_000 }).toHaveLength(1);
		const lost = harbor.loseSession();
		messages.edit(harbor.channel(), edited, { content: "edited meanwhile" }, harbor.someone());
		messages.delete(harbor.channel(), deleted, harbor.owner());
		await harbor.compared(lost);
		expect(await stored(first)).toEqual([{ content: "before 0", deleted: false }]);
		expect(await stored(edited)).toEqual([{ content: "edited meanwhile", deleted: false }]);
		expect(await stored(deleted)).toEqual([{ content: "before 2", deleted: true }]);
		const gone = await setting.rows(
			"SELECT FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NOT NULL",
			[HARBOR],
		);
		expect(gone).toHaveLength(1);
	});

	test("costs a request where reactions differ, and few where as many are stored", async () => {
		const { reactions } = setting.discord.state;
		await setting.follow();
		await harbor.compared(new Date(0));
		const old = Array.from({ length: 60 }, (_, index) => harbor.write(`liked ${index}`).fields.id);
		for (const id of old) reactions.add(harbor.channel(), id, harbor.someone(1), thumb);
		await expect.poll(() => peopleOf(old.at(-1) ?? ""), { timeout: 20_000 }).toHaveLength(1);
		const before = askedForPeople();
		const lost = harbor.loseSession();
		const [grown = ""] = old;
		const swapped = old.at(-1) ?? "";
		reactions.add(harbor.channel(), grown, harbor.someone(2), thumb);
		reactions.remove(harbor.channel(), swapped, harbor.someone(1), thumb);
		reactions.add(harbor.channel(), swapped, harbor.someone(3), thumb);
		await harbor.compared(lost);
		expect(await peopleOf(grown)).toEqual([harbor.someone(1), harbor.someone(2)].toSorted(byText));
		expect(await peopleOf(swapped)).toEqual([harbor.someone(3)]);
		expect(askedForPeople() - before).toBe(21);
	});
});

async function interestIn(id: string): Promise<{ count: number; people: number } | undefined> {
	const [found] = await setting.rows<{ count: number; people: number }>(
		`SELECT e.user_count AS count, (
			SELECT count(*)::int FROM discord_event_participants p WHERE p.event_id = e.id AND p.removed_at IS NULL
		) AS people FROM discord_scheduled_events e WHERE e.guild_id = $1 AND e.id = $2`,
		[HARBOR, id],
	);
	return found;
}
