import type { Frame } from "@/bot/events/handler";
import { frame } from "@/bot/tests/feed";
import type { Cast } from "@/bot/tests/story/cast";
import { eventShape } from "@/bot/tests/story/gatherings";
import { crowd, names, people, sessions, words } from "@/bot/tests/story/names";
import { channelShape } from "@/bot/tests/story/places";
import { emojis, roleShape, stickers } from "@/bot/tests/story/things";

export function guildFrame(cast: Cast): Frame {
	const { pick, part } = cast;
	const changed = {
		id: cast.guild,
		name: pick(words),
		...part({ description: pick(names), premium_tier: 2 }),
	};
	switch (pick(["whole", "changed", "changed", "outage", "left", "ready", "stranger"])) {
		case "whole":
			return wholeGuild(cast);
		case "changed":
			return cast.frame("GUILD_UPDATE", changed);
		case "outage":
			return frame("GUILD_DELETE", { id: cast.guild, unavailable: true });
		case "left":
			return frame("GUILD_DELETE", { id: cast.guild });
		case "ready":
			return frame("READY", {
				user: cast.person(people[0]),
				guilds: [{ id: cast.guild, unavailable: true }],
			});
		default:
			return frame("GUILD_ROLE_DELETE", { guild_id: "500000000000000009", role_id: cast.ids.roles[0] });
	}
}

export function wholeGuild(cast: Cast): Frame {
	const { pick, part, some } = cast;
	const { categories, channels, events, roles, threads, voice } = cast.ids;
	const members = [...some(people), ...crowd].map((id) => cast.listed(id));
	const alive = roles.filter((role) => !cast.dead.has(role));
	const listed = some(alive, 0.9);
	for (const role of alive) if (!listed.includes(role)) cast.dead.add(role);
	const states = some(people).map((id) => ({
		user_id: id,
		session_id: pick(sessions),
		channel_id: pick(voice),
	}));
	return frame("GUILD_CREATE", {
		id: cast.guild,
		name: pick(words),
		member_count: members.length + pick([0, 0, 20]),
		members,
		roles: listed.map((role) => roleShape(cast, role)),
		channels: some([...categories, ...channels, ...voice], 0.8).map((id) => channelShape(cast, id)),
		...part({
			threads: some(threads).map((id) => channelShape(cast, id)),
			voice_states: states,
			guild_scheduled_events: some(events).map((id) => ({ ...eventShape(cast), id })),
			emojis: emojis(cast),
			stickers: stickers(cast),
			description: pick(names),
		}),
	});
}
