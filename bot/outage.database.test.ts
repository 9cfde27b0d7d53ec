import { expect, test } from "vitest";
import { atHarbor, HARBOR } from "@/bot/tests/harbor";
import { livingMessages, storedMessages } from "@/bot/tests/harbor-messages";
import { beginOutage } from "@/bot/tests/outage";

const heart = { id: null, name: "❤️", animated: false };

const { setting, harbor } = await atHarbor({ sessionLifetime: 500 });

test("a database that is away for long costs the session, and nothing that happened meanwhile", async () => {
	const { gateway, messages, reactions, bans } = setting.discord.state;
	const { said } = await setting.follow({ letGoMs: 500 });
	const heard = (words: string) => said.filter((line) => line.includes(words)).length;
	await harbor.compared(new Date(0));
	const old = Array.from({ length: 5 }, (_, index) => harbor.write(`before ${index}`).fields.id);
	const [edited = "", deleted = "", liked = ""] = old;
	await expect.poll(async () => (await storedMessages(setting)).messages).toHaveLength(5);

	const banned = harbor.someone(8);
	const begun = new Date();
	const outage = await beginOutage(setting.db);
	messages.edit(harbor.channel(), edited, { content: "edited meanwhile" }, harbor.someone());
	await expect.poll(() => heard("the connections are let go"), { timeout: 20_000 }).toBe(1);
	await expect
		.poll(() => [...gateway.sessions].filter(({ id }) => gateway.find(id)).length, { timeout: 20_000 })
		.toBe(0);
	for (let index = 0; index < 120; index++) harbor.write(`meanwhile ${index}`);
	messages.delete(harbor.channel(), deleted, harbor.owner());
	reactions.add(harbor.channel(), liked, harbor.someone(1), heart);
	bans.add(HARBOR, banned, { ...harbor.owner(), reason: "Spam" });
	await outage.end();

	await harbor.compared(begun);
	expect(heard("new session")).toBe(2);
	const [stored, living] = [await storedMessages(setting), livingMessages(setting.discord)];
	expect(stored.messages).toEqual(living.messages);
	expect(stored.reactions).toEqual(living.reactions);
	const found = await setting.rows(
		"SELECT FROM discord_guild_bans WHERE guild_id = $1 AND user_id = $2 AND removed_at IS NULL",
		[HARBOR, banned],
	);
	expect(found).toHaveLength(1);
}, 150_000);
