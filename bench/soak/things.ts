import type { Dispatch } from "@/simulator/state/stream";

type Named = {
	id?: string;
	ids?: string[];
	message_id?: string;
	guild_scheduled_event_id?: string;
	user_id?: string;
	user?: { id: string };
	author?: { id: string };
	member?: { user?: { id: string } };
	code?: string;
	channel_id?: string;
	role_id?: string;
	role?: { id: string };
	message?: { id: string };
};

/** Events with which something begins to be. */
const beginnings = new Set([
	...["MESSAGE_CREATE", "GUILD_MEMBER_ADD", "GUILD_BAN_ADD", "CHANNEL_CREATE", "THREAD_CREATE"],
	...["GUILD_ROLE_CREATE", "INVITE_CREATE", "INTERACTION_CREATE"],
]);

/**
 * What an event speaks of, such as `message:123`, and `made:message:123` where that began with it: a row about it may
 * be wrong when the event was lost.
 */
export function thingsIn({ name, data }: Dispatch): string[] {
	const said = data as Named;
	const person = said.user?.id ?? said.user_id ?? said.author?.id ?? said.member?.user?.id;
	const people = person === undefined ? [] : [`user:${person}`];
	const subjects = subjectsOf(name, said, person);
	const made = beginnings.has(name) ? subjects.map((subject) => `made:${subject}`) : [];
	return [...people, ...subjects, ...made];
}

function subjectsOf(name: string, said: Named, person: string | undefined): string[] {
	const { id = "", ids = [], message_id, code, guild_scheduled_event_id: event } = said;
	if (name.startsWith("MESSAGE_REACTION")) return [`message:${message_id}`];
	if (name.startsWith("MESSAGE")) return [id, ...ids].filter(Boolean).map((one) => `message:${one}`);
	if (name.startsWith("INVITE")) return [`invite:${code}`];
	if (name.startsWith("VOICE")) return [`voice:${person}`];
	if (name.startsWith("GUILD_MEMBER")) return [`member:${person}`];
	if (name.startsWith("GUILD_BAN")) return [`ban:${person}`];
	if (name.startsWith("GUILD_SCHEDULED_EVENT_USER")) return [`interest:${event}:${person}`, `event:${event}`];
	if (name.startsWith("GUILD_SCHEDULED_EVENT")) return [`event:${id}`];
	if (name.startsWith("GUILD_ROLE")) return [`role:${said.role?.id ?? said.role_id}`];
	if (name.startsWith("INTERACTION")) return [`interaction:${id}`];
	if (name.startsWith("GUILD_AUDIT")) return [`entry:${id}`];
	return name.startsWith("CHANNEL") || name.startsWith("THREAD") ? [`channel:${id || said.channel_id}`] : [];
}
