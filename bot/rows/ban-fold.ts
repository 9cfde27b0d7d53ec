/** A ban as it is stored; times are ISO with microseconds. */
export type Ban = {
	reason: string | null;
	/** Null where it is older than what the worker has seen. */
	bannedAt: string | null;
	removedAt: string | null;
	observedAt: string;
};

export type BanStep = {
	at: string;
	/** `listed`: it stands, nobody says since when. `explained`: if it stands, this is why. */
	kind: "added" | "listed" | "removed" | "explained";
	reason?: string | null | undefined;
};

/** The ban after one more step; a step that is older than what is known changes nothing. */
export function nextBan(ban: Ban | undefined, { at, kind, reason }: BanStep): Ban | undefined {
	if (ban && ban.observedAt > at) return ban;
	if (kind === "explained") return ban?.removedAt === null ? { ...ban, reason: reason ?? ban.reason } : ban;
	if (kind === "removed") {
		const before = ban ?? { reason: null, bannedAt: null, removedAt: null };
		return { ...before, removedAt: before.removedAt ?? at, observedAt: at };
	}
	const standing = ban && ban.removedAt === null ? ban : undefined;
	return {
		reason: reason ?? standing?.reason ?? null,
		bannedAt: standing?.bannedAt ?? (kind === "added" && !standing ? at : null),
		removedAt: null,
		observedAt: at,
	};
}
