import type { Frame } from "@/bot/events/handler";
import type { Cast } from "@/bot/tests/story/cast";
import { names, people, words } from "@/bot/tests/story/names";

export function eventShape(cast: Cast): Record<string, unknown> {
	const { pick, part } = cast;
	const over = cast.yes(0.1) ? pick([3, 4]) : pick([1, 2]);
	const told = {
		status: over,
		name: pick(words),
		description: pick(names),
		user_count: 50,
		entity_type: 2,
	};
	return {
		id: pick(cast.ids.events),
		guild_id: cast.guild,
		...part({ ...told, creator_id: pick(people), scheduled_start_time: "2026-12-24T18:00:00+00:00" }),
	};
}

export function eventFrame(cast: Cast): Frame {
	const kind = cast.pick(["CREATE", "UPDATE", "UPDATE", "DELETE"]);
	return cast.frame(`GUILD_SCHEDULED_EVENT_${kind}`, eventShape(cast));
}

export function interestFrame(cast: Cast): Frame {
	const { pick } = cast;
	return cast.frame(`GUILD_SCHEDULED_EVENT_USER_${pick(["ADD", "ADD", "REMOVE"])}`, {
		guild_scheduled_event_id: pick(cast.ids.events),
		user_id: pick(people),
	});
}
