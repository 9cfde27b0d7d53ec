import type { Frame } from "@/bot/events/handler";
import type { Cast } from "@/bot/tests/story/cast";
import { names, people, words } from "@/bot/tests/story/names";

/** An id of Discord's never comes back. */
export function roleFrame(cast: Cast): Frame {
	const { pick } = cast;
	const id = pick(cast.ids.roles);
	if (cast.dead.has(id) || cast.yes(0.05)) {
		cast.dead.add(id);
		return cast.frame("GUILD_ROLE_DELETE", { role_id: id });
	}
	return cast.frame(pick(["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"]), { role: roleShape(cast, id) });
}

export function roleShape(cast: Cast, id: string): object {
	const { pick, part, yes } = cast;
	return {
		id,
		...part({ name: pick(words), color: 7, position: pick([1, 2]), permissions: "8", hoist: yes() }),
	};
}

export function emojis(cast: Cast): object[] {
	const { pick, part, some, yes } = cast;
	const alive = cast.ids.emojis.filter((id) => !cast.dead.has(id));
	const listed = some(alive, 0.9);
	for (const id of alive) if (!listed.includes(id)) cast.dead.add(id);
	return listed.map((id) => ({
		id,
		...part({
			name: pick(words),
			roles: some(cast.ids.roles),
			available: yes(),
			user: cast.person(pick(people)),
		}),
	}));
}

export function stickers(cast: Cast): object[] {
	const { pick, part, some } = cast;
	const told = {
		name: pick(words),
		description: pick(names),
		format_type: 1,
		user: cast.person(pick(people)),
	};
	const alive = cast.ids.stickers.filter((id) => !cast.dead.has(id));
	const listed = some(alive, 0.9);
	for (const id of alive) if (!listed.includes(id)) cast.dead.add(id);
	return listed.map((id) => ({ id, type: 2, ...part(told) }));
}

export function listFrame(cast: Cast): Frame {
	return cast.yes()
		? cast.frame("GUILD_EMOJIS_UPDATE", { emojis: emojis(cast) })
		: cast.frame("GUILD_STICKERS_UPDATE", { stickers: stickers(cast) });
}

export function inviteFrame(cast: Cast): Frame {
	const { pick, part } = cast;
	const invite = { channel_id: pick(cast.ids.channels), code: `${pick(words)}${cast.guild.at(-1)}` };
	if (cast.yes(0.3)) return cast.frame("INVITE_DELETE", invite);
	const told = {
		inviter: cast.person(pick(people)),
		max_age: 3600,
		uses: pick([0, 1, 2]),
		temporary: true,
	};
	return cast.frame("INVITE_CREATE", {
		...invite,
		created_at: "2026-11-01T00:00:00+00:00",
		...part(told),
	});
}
