import type { Frame } from "@/bot/events/handler";
import type { Cast } from "@/bot/tests/story/cast";
import { names, people, words } from "@/bot/tests/story/names";

export function channelShape(cast: Cast, id: string): Record<string, unknown> {
	const { pick, part, yes } = cast;
	const { categories, channels, roles, threads, voice } = cast.ids;
	const kind = (ids: readonly string[]) => ids.includes(id);
	const overwrite = (target: string, type: number) => ({
		id: target,
		type,
		allow: pick(["0", "8"]),
		deny: "1",
	});
	const text = {
		topic: pick(names),
		last_message_id: `${800_000_000_000_000_000n + BigInt(Math.floor(cast.below(1e9)))}`,
	};
	const overwrites = [...cast.some(roles).map((role) => overwrite(role, 0)), overwrite(people[0], 1)];
	const shared = { name: pick(words), position: 3, permission_overwrites: overwrites };
	if (kind(threads)) {
		const parent = channels[threads.indexOf(id) % 2];
		const state = { archived: yes(), locked: yes(), auto_archive_duration: 60 };
		return {
			id,
			type: 11,
			parent_id: parent,
			...part({ ...text, name: pick(words), thread_metadata: state }),
		};
	}
	if (kind(categories)) return { id, type: 4, ...part(shared) };
	const parent_id = pick([...categories, null]);
	if (kind(voice)) return { id, type: 2, ...part({ ...shared, parent_id, bitrate: 64_000 }) };
	return { id, type: 0, ...part({ ...shared, ...text, parent_id, nsfw: yes() }) };
}

export function channelFrame(cast: Cast): Frame {
	const { pick } = cast;
	const { categories, channels, voice } = cast.ids;
	const shape = channelShape(cast, pick([...channels, ...channels, ...categories, ...voice]));
	const moment = pick([null, "2026-11-20T10:00:00+00:00"]);
	if (cast.yes(0.2)) {
		return cast.frame("CHANNEL_PINS_UPDATE", { channel_id: shape.id, last_pin_timestamp: moment });
	}
	return cast.frame(pick(["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"]), shape);
}

export function threadFrame(cast: Cast): Frame {
	const { pick, some } = cast;
	const { channels, threads } = cast.ids;
	const id = pick(threads);
	const user = cast.person(pick(people));
	switch (pick(["told", "told", "members", "list", "gone"])) {
		case "told":
			return cast.frame(pick(["THREAD_CREATE", "THREAD_UPDATE"]), channelShape(cast, id));
		case "members":
			return cast.frame("THREAD_MEMBERS_UPDATE", {
				id,
				member_count: Math.floor(cast.below(9)),
				added_members: [{ id, member: { user, ...cast.part(cast.membership()) } }],
			});
		case "list":
			return cast.frame("THREAD_LIST_SYNC", {
				...cast.part({ channel_ids: some(channels) }),
				threads: some(threads).map((thread) => channelShape(cast, thread)),
			});
		default:
			return cast.frame("THREAD_DELETE", channelShape(cast, id));
	}
}
