import { describe, expect, it } from "vitest";
import { effectivePermissions, type Overwrite, type PermissionSubject } from "./effective-permissions";
import {
	allPermissions,
	isChannelPermission,
	type PermissionName,
	permissionMask,
	permissionNames,
} from "./permissions";
import { compareSnowflakes } from "./snowflake";

const guild = { id: "81384788765712384", ownerId: "100000000000000001" };
const ana = "100000000000000002";
const helper = "200000000000000001";
const muted = "200000000000000002";
const at = new Date("2026-11-21T12:00:00Z");
const talk: PermissionName[] = [
	"VIEW_CHANNEL",
	"SEND_MESSAGES",
	"SEND_MESSAGES_IN_THREADS",
	"READ_MESSAGE_HISTORY",
	"EMBED_LINKS",
	"CONNECT",
	"SPEAK",
];

function overwrite(id: string, deny: PermissionName[], allow: PermissionName[] = []): Overwrite {
	return {
		id,
		kind: id === ana ? "member" : "role",
		allow: String(permissionMask(allow)),
		deny: String(permissionMask(deny)),
	};
}

function inChannel(overwrites: Overwrite[], type = "guild_text"): Partial<PermissionSubject> {
	return { channel: { id: "300000000000000001", type, overwrites } };
}

function effective(change: Partial<PermissionSubject> = {}) {
	return effectivePermissions({
		guild,
		member: { userId: ana, roleIds: [helper, muted] },
		roles: [
			{ id: helper, permissions: String(permissionMask(["MANAGE_MESSAGES"])) },
			{ id: guild.id, permissions: String(permissionMask(talk)) },
			{ id: muted, permissions: "0" },
			{ id: "200000000000000009", permissions: String(permissionMask(["BAN_MEMBERS"])) },
		],
		at,
		...change,
	});
}

describe("in the server", () => {
	it("gives the owner everything, whatever the roles say", () => {
		const { bits, verdicts } = effective({ member: { userId: guild.ownerId, roleIds: [] }, roles: [] });
		expect(bits).toBe(allPermissions);
		expect(verdicts.BAN_MEMBERS.because).toEqual([{ source: "owner", id: guild.ownerId, effect: "allow" }]);
	});

	it("adds up @everyone and the member's roles, and no other role", () => {
		const { bits, verdicts } = effective();
		expect(bits).toBe(permissionMask([...talk, "MANAGE_MESSAGES"]));
		expect(verdicts.SEND_MESSAGES.because).toEqual([{ source: "everyone", id: guild.id, effect: "allow" }]);
		expect(verdicts.MANAGE_MESSAGES.because).toEqual([{ source: "role", id: helper, effect: "allow" }]);
		expect(verdicts.BAN_MEMBERS).toEqual({ allowed: false, because: [] });
	});

	it("gives Administrator everything and names the role", () => {
		const roles = [{ id: helper, permissions: permissionMask(["ADMINISTRATOR"]) }];
		const { bits, verdicts } = effective({ roles, ...inChannel([overwrite(ana, ["VIEW_CHANNEL"])]) });
		expect(bits).toBe(allPermissions);
		expect(verdicts.VIEW_CHANNEL.because).toEqual([{ source: "administrator", id: helper, effect: "allow" }]);
	});

	it("takes Administrator from @everyone too", () => {
		const roles = [{ id: guild.id, permissions: "8" }];
		expect(effective({ roles }).bits).toBe(allPermissions);
	});

	it("does not confuse bit 40 with bit 8", () => {
		const roles = [{ id: guild.id, permissions: "1099511627776" }];
		expect(effective({ roles }).bits).toBe(permissionMask(["MODERATE_MEMBERS"]));
	});

	it("drops bits that nobody knows", () => {
		expect(effective({ roles: [{ id: guild.id, permissions: String(1n << 62n) }] }).bits).toBe(0n);
	});
});

describe("overwrites, in Discord's order", () => {
	it("applies @everyone's, its denial before its allowance", () => {
		const { verdicts } = effective(inChannel([overwrite(guild.id, ["SPEAK", "CONNECT"], ["SPEAK"])]));
		expect(verdicts.CONNECT.allowed).toBe(false);
		expect(verdicts.SPEAK.allowed).toBe(true);
		expect(verdicts.SPEAK.because.map(({ source, effect }) => `${source} ${effect}`)).toEqual([
			"everyone allow",
			"overwrite-everyone deny",
			"overwrite-everyone allow",
		]);
	});

	it("lets one role's allowance beat another role's denial, in any order of the list", () => {
		const both = [overwrite(helper, [], ["SEND_MESSAGES"]), overwrite(muted, ["SEND_MESSAGES"])];
		for (const overwrites of [both, both.toReversed()]) {
			const { allowed, because } = effective(inChannel(overwrites)).verdicts.SEND_MESSAGES;
			expect(allowed).toBe(true);
			expect(because.at(-1)).toEqual({ source: "overwrite-role", id: helper, effect: "allow" });
		}
	});

	it("lets a role's overwrite beat @everyone's, and the member's beat both", () => {
		const overwrites = [
			overwrite(ana, ["SEND_MESSAGES"]),
			overwrite(helper, [], ["SEND_MESSAGES"]),
			overwrite(guild.id, ["SEND_MESSAGES"]),
		];
		expect(effective(inChannel(overwrites.slice(1))).verdicts.SEND_MESSAGES.allowed).toBe(true);
		const { allowed, because } = effective(inChannel(overwrites)).verdicts.SEND_MESSAGES;
		expect(allowed).toBe(false);
		expect(because.at(-1)).toEqual({ source: "overwrite-member", id: ana, effect: "deny" });
	});

	it("ignores overwrites of roles the member lacks and of other members", () => {
		const strangers: Overwrite[] = [
			overwrite("200000000000000009", ["SEND_MESSAGES"]),
			{ id: "100000000000000003", kind: "member", allow: "0", deny: String(allPermissions) },
			{ id: ana, kind: "role", allow: "0", deny: String(allPermissions) },
		];
		expect(effective(inChannel(strangers)).bits).toBe(effective().bits);
	});

	it("cannot give what belongs to the whole server", () => {
		const { verdicts } = effective(inChannel([overwrite(ana, [], ["BAN_MEMBERS", "ADMINISTRATOR"])]));
		expect(verdicts.BAN_MEMBERS.allowed).toBe(false);
		expect(verdicts.ADMINISTRATOR.allowed).toBe(false);
	});
});

describe("threads", () => {
	const parentChannel = {
		id: "300000000000000002",
		type: "guild_text",
		overwrites: [overwrite(guild.id, ["SEND_MESSAGES_IN_THREADS"])],
	};

	it("take their parent's overwrites and need Send Messages in Threads", () => {
		const { verdicts } = effective({ ...inChannel([], "public_thread"), parentChannel });
		expect(verdicts.SEND_MESSAGES_IN_THREADS.allowed).toBe(false);
		expect(verdicts.SEND_MESSAGES.allowed).toBe(true);
		expect(verdicts.EMBED_LINKS.because.at(-1)).toEqual({
			source: "implicit",
			effect: "deny",
			missing: "SEND_MESSAGES_IN_THREADS",
		});
	});

	it("are the only ones that do: a category's overwrites are copies", () => {
		expect(effective({ ...inChannel([]), parentChannel }).verdicts.SEND_MESSAGES_IN_THREADS.allowed).toBe(
			true,
		);
	});
});

describe("implicit denials", () => {
	it("leave nothing of a channel that cannot be seen, and the server's own alone", () => {
		const roles = [{ id: guild.id, permissions: String(permissionMask([...talk, "KICK_MEMBERS"])) }];
		const { bits, verdicts } = effective({ roles, ...inChannel([overwrite(guild.id, ["VIEW_CHANNEL"])]) });
		expect(bits).toBe(permissionMask(["KICK_MEMBERS"]));
		expect(verdicts.SPEAK.because.at(-1)).toEqual({
			source: "implicit",
			effect: "deny",
			missing: "VIEW_CHANNEL",
		});
		expect(verdicts.VIEW_CHANNEL.because.at(-1)?.source).toBe("overwrite-everyone");
		expect(verdicts.MANAGE_EVENTS.because).toEqual([]);
	});

	it("take mentions, speech, files and embeds from who cannot send", () => {
		const extras: PermissionName[] = ["MENTION_EVERYONE", "SEND_TTS_MESSAGES", "ATTACH_FILES", "EMBED_LINKS"];
		const roles = [{ id: guild.id, permissions: String(permissionMask([...talk, ...extras])) }];
		const { verdicts } = effective({ roles, ...inChannel([overwrite(ana, ["SEND_MESSAGES"])]) });
		expect(extras.filter((name) => verdicts[name].allowed)).toEqual([]);
		expect(verdicts.READ_MESSAGE_HISTORY.allowed).toBe(true);
	});

	it("take speech and management from who cannot connect, in voice channels only", () => {
		const roles = [{ id: guild.id, permissions: String(permissionMask([...talk, "MANAGE_CHANNELS"])) }];
		const denied = [overwrite(ana, ["CONNECT"])];
		for (const type of ["guild_voice", "guild_stage_voice"]) {
			const { verdicts } = effective({ roles, ...inChannel(denied, type) });
			expect(verdicts.SPEAK.allowed).toBe(false);
			expect(verdicts.MANAGE_CHANNELS.because.at(-1)?.missing).toBe("CONNECT");
			expect(verdicts.SEND_MESSAGES.allowed).toBe(true);
		}
		expect(effective({ roles, ...inChannel(denied) }).verdicts.SPEAK.allowed).toBe(true);
	});
});

describe("timeout", () => {
	const running = { userId: ana, roleIds: [helper], timedOutUntil: "2026-11-21T12:00:01Z" };

	it("leaves seeing and reading", () => {
		const { bits, verdicts } = effective({ member: running });
		expect(bits).toBe(permissionMask(["VIEW_CHANNEL", "READ_MESSAGE_HISTORY"]));
		expect(verdicts.SEND_MESSAGES.because.at(-1)).toEqual({ source: "timeout", id: ana, effect: "deny" });
		expect(verdicts.BAN_MEMBERS.because).toEqual([]);
	});

	it("gives no sight of a hidden channel", () => {
		expect(effective({ member: running, ...inChannel([overwrite(guild.id, ["VIEW_CHANNEL"])]) }).bits).toBe(
			0n,
		);
	});

	it.each([null, at, new Date(at.getTime() - 1)])("is over at %s", (timedOutUntil) => {
		expect(effective({ member: { ...running, timedOutUntil } }).verdicts.SEND_MESSAGES.allowed).toBe(true);
	});

	it("touches neither the owner nor an Administrator", () => {
		expect(effective({ member: { ...running, userId: guild.ownerId } }).bits).toBe(allPermissions);
		expect(effective({ member: running, roles: [{ id: helper, permissions: "8" }] }).bits).toBe(
			allPermissions,
		);
	});
});

describe("on random servers", () => {
	/** A linear congruential generator (Numerical Recipes' constants): the same cases in every run. */
	let seed = 20261121;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed % below;
	};
	const someBits = () =>
		permissionMask(permissionNames.filter((name) => isChannelPermission(name) && random(3) === 0));

	/** Discord's documented arithmetic, without reasons. */
	function documented(everyone: bigint, overwrites: Overwrite[], roleIds: string[]): bigint {
		let bits = everyone;
		const own = overwrites.find(({ id }) => id === guild.id);
		bits = (bits & ~BigInt(own?.deny ?? 0)) | BigInt(own?.allow ?? 0);
		let allow = 0n;
		let deny = 0n;
		for (const { id, ...rest } of overwrites.filter((each) => roleIds.includes(each.id))) {
			allow |= BigInt(rest.allow);
			deny |= BigInt(rest.deny);
		}
		bits = (bits & ~deny) | allow;
		const member = overwrites.find(({ kind }) => kind === "member");
		return (bits & ~BigInt(member?.deny ?? 0)) | BigInt(member?.allow ?? 0);
	}

	it("agrees with the documented arithmetic, whatever the order of the lists", () => {
		for (let round = 0; round < 500; round++) {
			const flip = random(2) === 0;
			const everyone = someBits();
			const visible = permissionMask(["VIEW_CHANNEL", "SEND_MESSAGES"]);
			const ids = [guild.id, helper, muted, ana].filter(() => random(2) === 0);
			const overwrites = ids
				.map(
					(id): Overwrite => ({
						...overwrite(id, []),
						allow: someBits() | visible,
						deny: someBits() & ~visible,
					}),
				)
				.toSorted((a, b) => (flip ? 1 : -1) * compareSnowflakes(a.id, b.id));
			const roles = [{ id: guild.id, permissions: everyone | visible }];
			const { bits, verdicts } = effective({ roles, ...inChannel(overwrites) });
			expect(bits).toBe(documented(everyone | visible, overwrites, [helper, muted]));
			for (const verdict of Object.values(verdicts)) {
				expect(verdict.because.at(-1)?.effect ?? "deny").toBe(verdict.allowed ? "allow" : "deny");
			}
		}
	});
});
