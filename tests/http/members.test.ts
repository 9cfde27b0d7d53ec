import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { effectivePermissions } from "@/lib/discord/effective-permissions";
import { permissionNames } from "@/lib/discord/permissions";
import type { MemberList } from "@/lib/members/schema";
import type { explainedPermissions } from "@/lib/roles/explained-schema";
import { database, guilds } from "@/tests/setup/login";
import { type Visitor, visitor } from "@/tests/setup/visitor";
import { call, problemOf } from "./call";

type Explained = z.infer<typeof explainedPermissions>;

const guild = guilds.medium.id;
let reader: Visitor;

beforeAll(async () => {
	reader = await visitor({ levels: { [guild]: 1 } });
});

async function read<T>(address: string): Promise<T> {
	const response = await call(`/api/v1/guilds/${guild}${address}`, { session: reader.token });
	expect(response.status, address).toBe(200);
	return (await response.json()) as T;
}

const members = (search: string) => read<MemberList>(`/members${search}`);

describe("when a member last wrote", () => {
	it("is for whoever may read the message", async () => {
		const seenAt = async (level: number) => {
			const { token } = await visitor({ levels: { [guild]: level } });
			const list = await call(`/api/v1/guilds/${guild}/members?limit=100`, { session: token });
			const { items } = (await list.json()) as MemberList;
			return items.filter(({ lastActiveAt }) => lastActiveAt !== null).length;
		};
		expect(await seenAt(1)).toBe(0);
		expect(await seenAt(2)).toBe(0);
		expect(await seenAt(3)).toBeGreaterThan(0);
	});
});

describe("the list of members", () => {
	for (const sort of ["-joined", "joined", "name", "-name"])
		it(`goes on where the page before ended, by ${sort}`, async () => {
			const whole = await members(`?sort=${sort}&limit=60`);
			const first = await members(`?sort=${sort}&limit=30`);
			const second = await members(`?sort=${sort}&limit=30&cursor=${first.nextCursor}`);
			expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
		});

	it("finds a member by id, whatever the order", async () => {
		const { items } = await members("?limit=1");
		const id = items[0]?.id ?? "";
		expect((await members(`?q=${id}&sort=name`)).items.map((member) => member.id)).toEqual([id]);
	});

	it("shows only those who are timed out, and until when", async () => {
		const { items } = await members("?timedOut=1");
		expect(items.length).toBeGreaterThan(0);
		for (const { timedOutUntil } of items)
			expect(Date.parse(timedOutUntil ?? "")).toBeGreaterThan(Date.now());
	});

	it("keeps those who left apart", async () => {
		const { items } = await members("?left=1");
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ leftAt }) => leftAt !== null)).toBe(true);
		expect((await members("")).items.every(({ leftAt }) => leftAt === null)).toBe(true);
	});

	it("shows who holds a role, and only them", async () => {
		const [role] = await database<{ id: string }>(
			`SELECT role_id::text AS id FROM discord_member_roles WHERE guild_id = $1
			 GROUP BY role_id HAVING count(*) < 50 ORDER BY count(*) DESC LIMIT 1`,
			[guild],
		);
		const { items } = await members(`?role=${role?.id}&limit=100`);
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ roles }) => roles.some(({ id }) => id === role?.id))).toBe(true);
	});

	it("refuses a position of another order, and an unknown filter", async () => {
		const byName = await members("?sort=name&limit=1");
		const list = `/api/v1/guilds/${guild}/members`;
		const misplaced = await call(`${list}?sort=joined&cursor=${byName.nextCursor}`, {
			session: reader.token,
		});
		expect((await problemOf(misplaced)).code).toBe("bad_request");
		const unknown = await call(`${list}?age=7`, { session: reader.token });
		expect((await problemOf(unknown)).code).toBe("invalid_input");
	});
});

type Stored = {
	owner: string;
	roles: { id: string; permissions: string }[];
	roleIds: string[];
	until: string | null;
	channel: {
		id: string;
		type: string;
		overwrites: { id: string; kind: "role" | "member"; allow: string; deny: string }[];
	};
};

/** The same facts read as the owner of the database, past every policy of the application. */
async function stored(userId: string, channelId: string): Promise<Stored> {
	const [row] = await database<{ facts: Stored }>(
		`SELECT json_build_object('owner', g.owner_id::text, 'until', m.communication_disabled_until,
			'roles', (SELECT json_agg(json_build_object('id', r.id::text, 'permissions', r.permissions::text)
				ORDER BY r.position, r.id) FROM discord_roles r WHERE r.guild_id = g.id AND r.deleted_at IS NULL),
			'roleIds', (SELECT coalesce(json_agg(mr.role_id::text), '[]') FROM discord_member_roles mr
				WHERE mr.guild_id = g.id AND mr.user_id = m.user_id),
			'channel', (SELECT json_build_object('id', c.id::text, 'type', c.channel_type, 'overwrites', (
				SELECT coalesce(json_agg(json_build_object('id', p.target_id::text, 'kind', p.permission_type,
					'allow', p.allow::text, 'deny', p.deny::text) ORDER BY p.id), '[]')
				FROM discord_channel_permissions p WHERE p.channel_id = c.id)) FROM discord_channels c WHERE c.id = $3)
		) AS facts
		FROM discord_guilds g JOIN discord_guild_members m ON m.guild_id = g.id
		WHERE g.id = $1 AND m.user_id = $2`,
		[guild, userId, channelId],
	);
	if (row === undefined) throw new Error(`no member ${userId}`);
	return row.facts;
}

async function agrees(userId: string, channelId: string): Promise<Explained> {
	const explained = await read<Explained>(`/members/${userId}/permissions?channel=${channelId}`);
	const facts = await stored(userId, channelId);
	const { verdicts } = effectivePermissions({
		guild: { id: guild, ownerId: facts.owner },
		member: { userId, roleIds: facts.roleIds, timedOutUntil: facts.until },
		roles: facts.roles,
		channel: facts.channel,
		at: new Date(),
	});
	expect(explained.verdicts).toEqual(verdicts);
	return explained;
}

describe("why a member may do something", () => {
	it("agrees with Discord's rules where a role's overwrite denies and another allows", async () => {
		const [row] = await database<{ user: string; channel: string }>(
			`SELECT mr.user_id::text AS user, p.channel_id::text AS channel
			 FROM discord_channel_permissions p
				JOIN discord_channels c ON c.id = p.channel_id AND c.channel_type = 'guild_text'
				JOIN discord_member_roles mr ON mr.guild_id = p.guild_id AND mr.role_id = p.target_id
				JOIN discord_roles r ON r.id = p.target_id AND r.permissions & 8 = 0
				JOIN discord_guilds g ON g.id = p.guild_id AND g.owner_id <> mr.user_id
			 WHERE p.guild_id = $1 AND p.permission_type = 'role' AND p.allow & 1024 <> 0
				AND NOT EXISTS (SELECT FROM discord_member_roles a JOIN discord_roles ar ON ar.id = a.role_id
					WHERE a.user_id = mr.user_id AND a.guild_id = p.guild_id AND ar.permissions & 8 <> 0)
			 ORDER BY p.id, mr.user_id LIMIT 1`,
			[guild],
		);
		const { verdicts } = await agrees(row?.user ?? "", row?.channel ?? "");
		expect(verdicts.VIEW_CHANNEL.allowed).toBe(true);
		expect(verdicts.VIEW_CHANNEL.because.map(({ source }) => source)).toContain("overwrite-everyone");
		expect(verdicts.VIEW_CHANNEL.because.at(-1)).toMatchObject({ source: "overwrite-role", effect: "allow" });
	});

	it("says that a timed-out member keeps reading and loses the rest", async () => {
		const { items } = await members("?timedOut=1&limit=1");
		const [channel] = await database<{ id: string }>(
			`SELECT id::text FROM discord_channels c WHERE guild_id = $1 AND channel_type = 'guild_text'
			 AND NOT EXISTS (SELECT FROM discord_channel_permissions p WHERE p.channel_id = c.id) ORDER BY id LIMIT 1`,
			[guild],
		);
		const { verdicts } = await agrees(items[0]?.id ?? "", channel?.id ?? "");
		expect(verdicts.SEND_MESSAGES).toMatchObject({ allowed: false });
		expect(verdicts.SEND_MESSAGES.because.at(-1)?.source).toBe("timeout");
		const left = permissionNames.filter((name) => verdicts[name].allowed);
		expect(new Set(left)).toEqual(new Set(["READ_MESSAGE_HISTORY", "VIEW_CHANNEL"]));
	});

	it("has no answer for someone who left, or for a channel of another server", async () => {
		const { items } = await members("?left=1&limit=1");
		const address = (user: string, search = "") =>
			`/api/v1/guilds/${guild}/members/${user}/permissions${search}`;
		expect((await call(address(items[0]?.id ?? ""), { session: reader.token })).status).toBe(404);
		const [foreign] = await database<{ id: string }>(
			"SELECT id::text FROM discord_channels WHERE guild_id = $1 LIMIT 1",
			[guilds.small.id],
		);
		const present = (await members("?limit=1")).items[0]?.id ?? "";
		const elsewhere = await call(address(present, `?channel=${foreign?.id}`), { session: reader.token });
		expect(elsewhere.status).toBe(404);
	});
});
