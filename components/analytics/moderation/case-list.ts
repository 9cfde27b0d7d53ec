import type { Moderation } from "@/lib/analytics/moderation/schema";
import { searchString } from "@/lib/api/client";

/** Where the cases of the figures are listed: with what these are narrowed to, and more of what that list can be asked for. */
export function caseListHref(
	guildId: string,
	{ moderator, type }: Pick<Moderation, "moderator" | "type">,
	more: Record<string, string>,
): string {
	const narrowed = { ...(moderator !== null && { moderator }), ...(type !== null && { type }) };
	return `/guilds/${guildId}/cases${searchString({ ...narrowed, ...more })}`;
}
