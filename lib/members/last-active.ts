import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/** Whether the reader learns when a member last wrote: where they may read the message, whose time it is. */
export function seesLastActive({ actor }: Pick<GuildScope, "actor">): boolean {
	return may(actor.level, "messages.read");
}

/** When the member of level row `l` last wrote; null for whoever may not know. */
export function lastActive(guild: Pick<GuildScope, "actor">): Sql {
	return seesLastActive(guild) ? sql`l.last_message` : sql`NULL::timestamptz`;
}
