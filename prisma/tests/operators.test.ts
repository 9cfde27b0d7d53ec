import { describe, expect, test } from "vitest";
import { entered, makeAdmin } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();

describe("an operator of the instance", () => {
	async function operator() {
		const person = await makeAdmin(db, other);
		await owner("UPDATE web_users SET is_operator = true WHERE user_id = $1", [person.userId]);
		return person;
	}
	const enterAsOperator = (token: string, place: string, reason: string) =>
		entered(db, token, null, (client) =>
			client.query("SELECT app.operator_enter($1, $2, '10 days') <= now() + interval '1 day' AS short", [
				place,
				reason,
			]),
		);

	test("reaches a guild only for a stated reason and a limited time, and the guild's log shows it", async () => {
		const { token, userId } = await operator();
		await expect(enterAsOperator(token, guild, "  short ")).rejects.toMatchObject({ code: "23514" });
		expect((await enterAsOperator(token, guild, "asked to look at a stuck import")).rows).toEqual([
			{ short: true },
		]);
		await entered(db, token, guild, async (_client, level) => expect(level).toBe(5));
		const { rows: log } = await owner("SELECT * FROM dashboard_changes WHERE guild_id = $1", [guild]);
		expect(log).toMatchObject([
			{ actor_id: userId, after: { source: "operator", reason: "asked to look at a stuck import" } },
		]);
	});

	test("is somebody the instance named: others are refused", async () => {
		const { token } = await makeAdmin(db, guild);
		const attempt = enterAsOperator(token, other, "I would like to look around");
		await expect(attempt).rejects.toMatchObject({ code: "42501" });
	});
});
