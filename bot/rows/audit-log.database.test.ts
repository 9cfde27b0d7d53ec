import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Feed, frame, openFeed } from "@/bot/tests/feed";
import { guildId, idAt, membership, person } from "@/bot/tests/payloads";
import { auditAction, auditActionNames, auditActionNumber } from "@/lib/discord/audit-actions";

const role = "1441000000000000502";
const moderator = person(900).id;

let feed: Feed;
let low = 0;

beforeAll(async () => {
	feed = await openFeed();
	await feed.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [guildId]);
	await feed.rows(
		"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $2, 'Role', 1, 0)",
		[role, guildId],
	);
});
afterAll(() => feed.close());

function entry(action: number, fields: object = {}, time = "12:00:00.000") {
	low += 1;
	const id = idAt(time, low);
	const data = {
		id,
		guild_id: guildId,
		action_type: action,
		user_id: moderator,
		target_id: person(1).id,
		...fields,
	};
	return { id, frame: frame("GUILD_AUDIT_LOG_ENTRY_CREATE", data) };
}

async function stored(id: string): Promise<Record<string, unknown> | undefined> {
	const [row] = await feed.rows("SELECT * FROM discord_native_audit_log WHERE id = $1", [id]);
	return row;
}

describe("an entry of Discord's log", () => {
	test.each([...auditActionNames.map((name) => auditActionNumber(name) ?? 0), 9999])(
		"of action %i is kept",
		async (action) => {
			const changes = [
				{ key: "x", old_value: "1441000000000000001", new_value: { deep: ["1441000000000000002"] } },
			];
			const options = { channel_id: "1441000000000000003", count: "2" };
			const { id, frame: heard } = entry(action, { changes, options, reason: "why" });
			await feed.send(heard);
			expect(await stored(id)).toMatchObject({
				action_type: action,
				changes,
				options,
				reason: "why",
				user_id: moderator,
			});
			expect(auditAction(action).number).toBe(action);
		},
	);

	test("may leave out who, whom, what and why, and names what is no person by no id", async () => {
		const bare = entry(1, {
			user_id: undefined,
			target_id: null,
			changes: null,
			options: undefined,
			reason: null,
		});
		const odd = entry(40, { target_id: "an-invite", user_id: "0" });
		await feed.send(bare.frame, odd.frame);
		expect(await stored(bare.id)).toMatchObject({
			user_id: null,
			target_id: null,
			changes: null,
			options: null,
		});
		expect(await stored(odd.id)).toMatchObject({ target_id: null, user_id: null });
	});

	test("never changes", async () => {
		const { id, frame: heard } = entry(1, { reason: "first" });
		await feed.send(heard);
		await feed.send(frame(heard.t, { ...(entry(1).frame.d as object), id, reason: "second" }));
		expect(await stored(id)).toMatchObject({ reason: "first" });
	});
});

describe("who gave a role", () => {
	const given = (user: string) =>
		entry(25, { target_id: user, changes: [{ key: "$add", new_value: [{ id: role, name: "Role" }] }] }).frame;
	const holds = (n: number, ...roles: string[]) =>
		frame("GUILD_MEMBER_UPDATE", { guild_id: guildId, user: person(n), ...membership(...roles) });
	const giver = async (user: string) => {
		const [row] = await feed.rows<{ assigned_by: string | null }>(
			"SELECT assigned_by FROM discord_member_roles WHERE user_id = $1 AND role_id = $2",
			[user, role],
		);
		return row?.assigned_by;
	};

	test("is known where the log comes after the member's change", async () => {
		await feed.send(holds(10, role));
		await feed.send(given(person(10).id));
		expect(await giver(person(10).id)).toBe(moderator);
	});

	test("is known where the log comes before it", async () => {
		await feed.send(given(person(11).id));
		await feed.send(holds(11, role));
		expect(await giver(person(11).id)).toBe(moderator);
	});

	test("is not known of another role, nor long before or after", async () => {
		await feed.send(
			holds(12, role),
			entry(25, { target_id: person(12).id, changes: [{ key: "$remove", new_value: [{ id: role }] }] }).frame,
		);
		expect(await giver(person(12).id)).toBeNull();
		const changes = [{ key: "$add", new_value: [{ id: role }] }];
		await feed.send(entry(25, { target_id: person(12).id, changes }, "11:00:00.000").frame);
		expect(await giver(person(12).id)).toBeNull();
	});
});

test("who took a role stands in Discord's log, beside the member from whom it was taken", async () => {
	const user = person(20);
	const holds = (...roles: string[]) =>
		frame("GUILD_MEMBER_UPDATE", { guild_id: guildId, user, ...membership(...roles) });
	const taken = {
		target_id: user.id,
		changes: [{ key: "$remove", new_value: [{ id: role, name: "Role" }] }],
	};
	await feed.send(holds(role));
	await feed.send(holds(), entry(25, taken).frame);
	expect(await feed.rows("SELECT FROM discord_member_roles WHERE user_id = $1", [user.id])).toEqual([]);
	const who = await feed.rows(
		`SELECT user_id, app.snowflake_time(id) AS at FROM discord_native_audit_log
		WHERE guild_id = $1 AND target_id = $2 AND action_type = 25
			AND jsonb_path_exists(changes, '$[*] ? (@.key == "$remove").new_value[*] ? (@.id == $role)',
				jsonb_build_object('role', $3::text))`,
		[guildId, user.id, role],
	);
	expect(who).toEqual([{ user_id: moderator, at: "2026-11-21T12:00:00.000Z" }]);
});
