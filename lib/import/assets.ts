import type { ExportUser } from "@/lib/import/export-format";

/** An image's hash; `known: false` when the file does not tell, so that what is stored stays. */
export type Asset = { hash: string | null; known: boolean };

const unknown: Asset = { hash: null, known: false };
const none: Asset = { hash: null, known: true };

const userAvatar = /\/avatars\/\d+\/((?:a_)?[0-9a-f]{32})\.\w+/;
const memberAvatar = /\/guilds\/\d+\/users\/\d+\/avatars\/((?:a_)?[0-9a-f]{32})\.\w+/;
const guildIcon = /\/icons\/\d+\/((?:a_)?[0-9a-f]{32})\.\w+/;
const fallback = /\/embed\/avatars\/\d+\.png/;

function hashOf(url: string | null | undefined, pattern: RegExp): Asset {
	const hash = url?.match(pattern)?.[1];
	if (hash) return { hash, known: true };
	return url && fallback.test(url) ? none : unknown;
}

/**
 * The avatars behind an export's one address: the member's own where there is one, which hides the user's.
 * An export made with its media has paths to files instead, which tell neither.
 */
export function avatars(user: ExportUser): { user: Asset; member: Asset } {
	const member = hashOf(user.avatarUrl, memberAvatar);
	if (member.hash) return { user: unknown, member };
	const own = hashOf(user.avatarUrl, userAvatar);
	return { user: own, member: own.known ? none : unknown };
}

/** The guild's icon from its CDN address. */
export function icon(url: string | null | undefined): Asset {
	return hashOf(url, guildIcon);
}
