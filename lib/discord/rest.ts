import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { discordRequest, readAnswer } from "./request";
import { snowflake } from "./snowflake-schema";

const guildAnswer = z.object({
	id: snowflake,
	name: z.string(),
	icon: z.string().nullable(),
	owner: z.boolean(),
	/** Beyond 53 bits: stays a decimal string until `BigInt` reads it. */
	permissions: z.string().regex(/^\d+$/),
	approximate_member_count: z.number().int().nullish(),
});

export type UserGuild = {
	id: string;
	name: string;
	icon: string | null;
	owner: boolean;
	/** The person's permission bits across the guild, as a decimal string. */
	permissions: string;
	memberCount: number | null;
};

/** Discord's largest page of guilds. */
const GUILD_PAGE = 200;

/**
 * Every guild the person is in, by rising id, with their permissions in each. Reads as many pages as there are.
 * @throws AppError unauthenticated when Discord no longer accepts the token, discord_unavailable when it does not
 *   answer
 */
export async function currentUserGuilds(accessToken: string): Promise<UserGuild[]> {
	const guilds: UserGuild[] = [];
	let after = "0";
	for (;;) {
		const query = new URLSearchParams({ limit: String(GUILD_PAGE), after, with_counts: "true" });
		const page = await get(z.array(guildAnswer), `/users/@me/guilds?${query}`, accessToken);
		guilds.push(...page.map(userGuild));
		const last = page.at(-1);
		if (page.length < GUILD_PAGE || last === undefined || BigInt(last.id) <= BigInt(after)) return guilds;
		after = last.id;
	}
}

function userGuild({ approximate_member_count, ...guild }: z.infer<typeof guildAnswer>): UserGuild {
	return { ...guild, memberCount: approximate_member_count ?? null };
}

async function get<Output>(schema: z.ZodType<Output>, path: string, accessToken: string): Promise<Output> {
	const { status, body } = await discordRequest(path, {
		headers: { Authorization: `Bearer ${accessToken}` },
	});
	if (status === 401) {
		throw new AppError("unauthenticated", {
			detail: "Discord no longer accepts this sign-in. Sign in again.",
			cause: `Discord answered 401 to ${path}`,
		});
	}
	if (status !== 200) throw new AppError("internal", { cause: `Discord answered ${status} to ${path}` });
	return readAnswer(schema, body);
}
