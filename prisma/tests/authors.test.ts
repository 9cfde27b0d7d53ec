import { expect, test } from "vitest";
import { listMessages } from "@/lib/messages/data";
import { listMessagesQuery } from "@/lib/messages/schema";
import { inScope } from "./guild-scope";
import { entered, makeAdmin, newId } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();
const bot = (text: string, values: unknown[] = []) => db.pool("guildhall_bot").query(text, values);

const channel = newId();
await bot(
	"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1, $2, 'feed', 'guild_text')",
	[channel, guild],
);

async function person(name: string, isBot: boolean): Promise<string> {
	const id = newId();
	await bot("INSERT INTO discord_users (id, username, bot) VALUES ($1, $2, $3)", [id, name, isBot]);
	return id;
}

async function writes(author: string, webhook: string | null = null): Promise<void> {
	await bot(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, webhook_id, content, timestamp)
		VALUES (app.new_snowflake(), $1, $2, $3, $4, 'hello', now())`,
		[guild, channel, author, webhook],
	);
}

const noted = async () =>
	(
		await owner(
			"SELECT user_id::text AS id, is_bot FROM discord_guild_authors WHERE guild_id = $1 ORDER BY user_id",
			[guild],
		)
	).rows;

const webhook = await person("Release notes", true);
const former = await person("somebody who left", false);
const member = await person("member", false);
await bot("INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now())", [
	guild,
	member,
]);
for (const [author, hook] of [
	[webhook, webhook],
	[webhook, webhook],
	[former, null],
	[member, null],
] as const)
	await writes(author, hook);

test("who writes without being a member is noted once, with whether they are a bot", async () => {
	expect(await noted()).toEqual([
		{ id: webhook, is_bot: true },
		{ id: former, is_bot: false },
	]);
	await bot("UPDATE discord_users SET bot = true WHERE id = $1", [former]);
	expect(await noted()).toContainEqual({ id: former, is_bot: true });
	await bot("UPDATE discord_users SET bot = false WHERE id = $1", [former]);
});

test("they have their names in the messages of that server", async () => {
	const visitor = { ...(await makeAdmin(db, guild, 5)), level: 5 as const };
	const { items } = await inScope(db, guild, visitor, (scope) =>
		listMessages(scope, listMessagesQuery.parse({})),
	);
	const authors = items.map(({ author: { name, isBot } }) => ({ name, isBot }));
	expect(authors).toHaveLength(4);
	expect(authors).toContainEqual({ name: "Release notes", isBot: true });
	expect(authors).toContainEqual({ name: "somebody who left", isBot: false });
});

test("nobody sees them from another server", async () => {
	const { token } = await makeAdmin(db, other);
	const seen = await entered(db, token, other, async (client) => [
		...(await client.query("SELECT id FROM discord_users WHERE id = ANY ($1)", [[webhook, former, member]]))
			.rows,
		...(await client.query("SELECT user_id FROM discord_guild_authors")).rows,
	]);
	expect(seen).toEqual([]);
});
