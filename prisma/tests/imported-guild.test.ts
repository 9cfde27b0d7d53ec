import { describe, expect, it } from "vitest";
import { readAccess } from "@/lib/access/data";
import type { UserScope } from "@/lib/auth/scope";
import { listChannels, readChannel } from "@/lib/channels/data";
import { listThreads } from "@/lib/channels/threads";
import { listGuilds } from "@/lib/guilds/mine";
import { sortIntoPicker } from "@/lib/guilds/picker";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import { claimGuilds } from "@/lib/import/owner";
import { memberPageFrame } from "@/lib/members/data";
import { listRoles } from "@/lib/roles/data";
import { inScope } from "@/prisma/tests/guild-scope";
import { guild, ImportHarness, second } from "@/prisma/tests/import-harness";
import { entered, makePerson, signIn } from "@/prisma/tests/people";

const harness = new ImportHarness();

/** Imports a server in which two people wrote, and signs its administrator in. */
async function imported() {
	const outcomes = await harness.importText(
		exportFile([
			message(),
			message({ id: second, author: author({ id: "688046964549353777", name: "bo" }) }),
		]),
	);
	const userId = await makePerson(harness.database);
	await claimGuilds(harness.database.pool("guildhall_bot"), outcomes, userId);
	return { userId, token: await signIn(harness.database, userId), level: 6 as const };
}

/** The picker of the person with this session. */
const pickerOf = (token: string) =>
	entered(harness.database, token, null, async (client) => {
		const rows: UserScope["rows"] = async <R>({ text, values }: Parameters<UserScope["rows"]>[0]) =>
			(await client.query({ text, values: values as unknown[] })).rows as R[];
		return sortIntoPicker(await listGuilds({ rows }), "");
	});

const owner = (text: string) => harness.database.pool("guildhall_owner").query(text);

describe("an imported server", () => {
	it("is in the picker as one to open, with the members that its exports show", async () => {
		const { token } = await imported();
		const { open, left, invite } = await pickerOf(token);
		expect(open).toEqual([
			expect.objectContaining({ id: guild, name: "Harbour", level: 6, memberCount: 2, stored: true }),
		]);
		expect([...left, ...invite]).toEqual([]);
	});

	it("that the bot left is among those it left, not among those it never was in", async () => {
		const { token } = await imported();
		await owner("UPDATE discord_guilds SET left_at = now() WHERE id <> 0");
		const { open, left, invite } = await pickerOf(token);
		expect(left.map(({ id }) => id)).toEqual([guild]);
		expect([...open, ...invite]).toEqual([]);
	});

	it("shows as many messages in each channel and thread as their files hold, however old", async () => {
		const person = await imported();
		const thread = {
			id: "1017966828372373600",
			type: "GuildPublicThread",
			categoryId: "1017966828372373500",
		};
		await harness.importText(
			exportFile([message({ id: "1027332184274645200" })], {
				channel: channel({ ...thread, category: "moorings", name: "knots" }),
			}),
		);
		const shown = await inScope(harness.database, guild, person, async (scope) => ({
			list: (await listChannels(scope)).map(({ name, totalMessages }): [string, number] => [
				name,
				totalMessages,
			]),
			threads: (await listThreads(scope, thread.categoryId, { limit: 50 })).items.map(
				({ totalMessages }) => totalMessages,
			),
			page: (await readChannel(scope, thread.categoryId)).totalMessages,
		}));
		expect(new Map(shown.list)).toEqual(
			new Map([
				["Quay", 0],
				["moorings", 2],
				["knots", 1],
			]),
		);
		expect(shown).toMatchObject({ threads: [1], page: 2 });
	});

	it("counts for @everyone those who are there, until Discord counts them", async () => {
		const person = await imported();
		await owner(`INSERT INTO guild_config (guild_id, perm_level_1_role_id) VALUES (${guild}, ${guild})`);
		await owner(
			`INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES (${guild}, ${guild}, '@everyone', 0, 0)`,
		);
		const counts = () =>
			inScope(harness.database, guild, person, async (scope) => [
				(await readAccess(scope)).roles.map(({ holders }) => holders),
				(await listRoles(scope)).filter(({ id }) => id === guild).map(({ members }) => members),
				[(await memberPageFrame(scope)).memberCount],
			]);
		expect(await counts()).toEqual([[2], [2], [2]]);
		await owner("UPDATE discord_guild_members SET left_at = now() WHERE user_id = 688046964549353777");
		expect(await counts()).toEqual([[1], [1], [1]]);
		await owner(`UPDATE discord_guilds SET member_count = 9 WHERE id = ${guild}`);
		expect(await counts()).toEqual([[9], [9], [9]]);
	});
});
