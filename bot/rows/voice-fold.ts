/** One unbroken stay in one voice channel, as it is stored; times are ISO with microseconds. */
export type Stretch = {
	sessionId: string;
	/** The session that is stored; undefined: not stored yet. */
	storedAs?: string;
	channelId: string | null;
	flags: Record<string, unknown>;
	joinedAt: string;
	leftAt: string | null;
	observedAt: string;
};

/** A person's voice state in a guild; no channel: they left. */
export type VoiceState = {
	at: string;
	sessionId: string;
	channelId: string | null;
	flags: Record<string, unknown>;
};

/**
 * Applies a state to what is known of the person's stretches. A state in the open stretch's channel changes its flags;
 * any other ends it. The session's key belongs to its last stretch: earlier ones carry their start behind it. A state
 * that is older than what is known changes nothing.
 */
export function enter(stretches: Stretch[], state: VoiceState): void {
	const { at, sessionId, channelId, flags } = state;
	if (stretches.some(({ observedAt }) => observedAt > at)) return;
	const last = stretches.find((one) => one.sessionId === sessionId);
	const stays = channelId !== null && last?.leftAt === null && last.channelId === channelId;
	for (const one of stretches) {
		if (one.leftAt === null && !(stays && one === last)) Object.assign(one, { leftAt: at, observedAt: at });
	}
	if (channelId === null) return;
	if (stays) {
		Object.assign(last.flags, flags);
		last.observedAt = at;
		return;
	}
	if (last) last.sessionId = `${sessionId}:${startOf(last.joinedAt)}`;
	stretches.push({ sessionId, channelId, flags: { ...flags }, joinedAt: at, leftAt: null, observedAt: at });
}

/** Milliseconds since 1970; two stretches that begin in one millisecond differ in the microseconds behind a point. */
function startOf(iso: string): string {
	const micros = /\.\d{3}(\d{3})/.exec(iso)?.[1] ?? "000";
	return `${Date.parse(iso)}${micros === "000" ? "" : `.${micros}`}`;
}
