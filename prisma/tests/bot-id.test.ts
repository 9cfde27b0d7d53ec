import { expect, test, vi } from "vitest";
import { readBotId } from "@/lib/orders/bot-id";
import { orderEdit } from "@/lib/orders/single";
import { memberStanding } from "@/lib/orders/standing";
import { inScope } from "./guild-scope";
import { makeAdmin, newId } from "./people";
import { twoGuilds } from "./two-guilds";

/** As of an application from before 2016. */
const APPLICATION = "150000000000000001";
const BOT = "150000000000000002";
vi.mock("@/lib/env", () => ({ env: () => ({ DISCORD_CLIENT_ID: "150000000000000001" }) }));

const { db, guild, owner } = await twoGuilds();
const admin = { ...(await makeAdmin(db, guild, 7)), level: 7 as const };

/** @returns the message's id */
async function wrote(author: string): Promise<string> {
	const [id, channel] = [newId(), newId()];
	await owner("INSERT INTO discord_users (id, username) VALUES ($1, 'u') ON CONFLICT DO NOTHING", [author]);
	await owner(
		"INSERT INTO discord_channels (guild_id, id, name, channel_type) VALUES ($1, $2, 'c', 'guild_text')",
		[guild, channel],
	);
	await owner(
		`INSERT INTO discord_messages (guild_id, id, channel_id, author_id, content, timestamp)
		VALUES ($1, $2, $3, $4, 'words', now())`,
		[guild, id, channel, author],
	);
	return id;
}

const standing = (id: string) =>
	inScope(db, guild, admin, async (scope) => (await memberStanding(scope, { id, name: "n" }))?.refusal);
const edit = (messageId: string) =>
	inScope(db, guild, admin, (scope) =>
		orderEdit(scope, messageId, { content: "other words", idempotencyKey: crypto.randomUUID() }),
	);

test("the bot is whom its worker says, and its application's namesake before one has run", async () => {
	expect(await inScope(db, guild, admin, readBotId)).toBe(APPLICATION);
	expect(await standing(APPLICATION)).toBe("bot");
	await owner("INSERT INTO shards (id, bot_user_id) VALUES (0, $1), (1, NULL)", [BOT]);
	expect(await inScope(db, guild, admin, readBotId)).toBe(BOT);
	expect(await standing(BOT)).toBe("bot");
	expect(await standing(APPLICATION)).toBeNull();
	const [own, others] = [await wrote(BOT), await wrote(APPLICATION)];
	expect(await edit(own)).toMatchObject({ kind: "message_edit", messageId: own });
	await expect(edit(others)).rejects.toMatchObject({ code: "not_found" });
});
