import type { Frame } from "@/bot/events/handler";
import { frame } from "@/bot/tests/feed";
import type { Cast } from "@/bot/tests/story/cast";
import { people, sessions } from "@/bot/tests/story/names";

export function memberFrame(cast: Cast): Frame {
	const user = cast.person(cast.pick(people));
	switch (cast.pick(["join", "change", "change", "leave", "self"])) {
		case "join":
			return cast.frame("GUILD_MEMBER_ADD", { user, ...cast.membership() });
		case "change":
			return cast.frame("GUILD_MEMBER_UPDATE", { user, ...cast.part(cast.membership()) });
		case "leave":
			return cast.frame("GUILD_MEMBER_REMOVE", { user });
		default:
			return frame("USER_UPDATE", user);
	}
}

export function chunkFrame(cast: Cast): Frame {
	const members = cast.some(people).map((id) => cast.listed(id));
	const requested = frame("", {}).receivedAt;
	return cast.frame("GUILD_MEMBERS_CHUNK", {
		members,
		chunk_index: 0,
		chunk_count: cast.pick([1, 2]),
		nonce: cast.pick([requested, "theirs"]),
	});
}

export function voiceFrame(cast: Cast): Frame {
	const { pick, part } = cast;
	return cast.frame("VOICE_STATE_UPDATE", {
		user_id: pick(people),
		session_id: pick(sessions),
		channel_id: pick([...cast.ids.voice, null]),
		...part({ self_mute: cast.yes(), deaf: cast.yes(), self_video: true }),
	});
}

export function banFrame(cast: Cast): Frame {
	const { pick } = cast;
	return cast.frame(pick(["GUILD_BAN_ADD", "GUILD_BAN_REMOVE"]), { user: cast.person(pick(people)) });
}
