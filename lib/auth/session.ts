import "server-only";
import { cache } from "react";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { inUser, type UserScope } from "./scope";

/** The person who is signed in, with what the interface needs to greet them. */
export type CurrentUser = {
	id: string;
	username: string;
	globalName: string | null;
	avatar: string | null;
	isOperator: boolean;
	/** When Discord last said which servers they manage; null when it never did. */
	guildsSyncedAt: string | null;
	theme: "dark" | "light" | "system";
	language: string;
	timeZone: string;
};

/** Reads the person behind a scope. */
export async function readUser(user: Pick<UserScope, "one" | "userId">): Promise<CurrentUser> {
	const row = await user.one<CurrentUser>(sql`
		SELECT u.user_id AS id, u.discord_username AS username, u.global_name AS "globalName",
			u.discord_avatar AS avatar, u.is_operator AS "isOperator", u.guilds_synced_at AS "guildsSyncedAt",
			coalesce(p.theme, 'system') AS theme, coalesce(p.language, 'en') AS language,
			coalesce(p.timezone, 'UTC') AS "timeZone"
		FROM web_users u LEFT JOIN user_preferences p ON p.user_id = u.user_id
		WHERE u.user_id = ${user.userId}::bigint`);
	if (row === undefined) throw new AppError("unauthenticated");
	return row;
}

/** The person who is signed in, read once per request; nothing when nobody is. */
export const currentUser = cache(async (): Promise<CurrentUser | undefined> => {
	try {
		return await inUser(readUser);
	} catch (error) {
		if (error instanceof AppError && error.code === "unauthenticated") return undefined;
		throw error;
	}
});
