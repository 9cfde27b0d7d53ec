import { type Context, Hono } from "hono";
import { unauthorized, unknownGuild, unknownMember, unknownUser } from "../errors";
import { identityUserId, requireBot, requireScope } from "../identity";
import { partialGuildShape } from "../shapes/guild";
import { currentUserShape } from "../shapes/user";
import type { SimulatorState } from "../state";
import type { LivingGuild } from "../state/types";
import { flagQuery, limitQuery, snowflakeParam, snowflakeQuery } from "./input";

/** `/users`: who the token belongs to and the guilds they are in. */
export function userRoutes(state: SimulatorState): Hono {
	const routes = new Hono();

	routes.get("/@me", (context) => {
		const identity = requireScope(state, context, "identify");
		const user = state.user(identityUserId(state, identity));
		if (!user) throw unauthorized();
		const person = state.world.people.find((candidate) => candidate.user.id === user.id);
		const mayEmail = identity.kind === "user" && identity.scopes.includes("email");
		return context.json(
			currentUserShape(user, person?.user.locale ?? "en-US", mayEmail ? (person?.email ?? null) : null),
		);
	});

	routes.get("/@me/guilds", (context) => {
		const userId = identityUserId(state, requireScope(state, context, "guilds"));
		return context.json(guildList(state, context, userId));
	});

	routes.get("/@me/guilds/:guild_id/member", (context) => {
		const identity = requireScope(state, context, "guilds.members.read");
		if (identity.kind === "bot") throw unauthorized();
		const guild = state.guild(snowflakeParam(context, "guild_id"));
		if (!guild) throw unknownGuild();
		const member = state.member(guild.id, identity.userId);
		const user = state.user(identity.userId);
		if (!member || !user) throw unknownMember();
		return context.json(member);
	});

	routes.get("/:user_id", (context) => {
		requireBot(state, context);
		const user = state.user(snowflakeParam(context, "user_id"));
		if (!user) throw unknownUser();
		return context.json(user);
	});

	return routes;
}

function guildList(state: SimulatorState, context: Context, userId: string) {
	const page = pageOfGuilds(state.guildsOf(userId), {
		before: snowflakeQuery(context, "before"),
		after: snowflakeQuery(context, "after"),
		limit: limitQuery(context, { max: 200, fallback: 200 }),
	});
	const counts = flagQuery(context, "with_counts");
	return page.map((guild) =>
		partialGuildShape(guild, { id: userId, permissions: state.permissions(guild, userId) }, counts),
	);
}

type GuildPage = { before: bigint | undefined; after: bigint | undefined; limit: number };

/** A page of guilds sorted by id: the first after `after`, or the last before `before`. */
function pageOfGuilds(guilds: LivingGuild[], { before, after, limit }: GuildPage): LivingGuild[] {
	const matching = guilds.filter((guild) => {
		const id = BigInt(guild.id);
		return (before === undefined || id < before) && (after === undefined || id > after);
	});
	return before !== undefined && after === undefined ? matching.slice(-limit) : matching.slice(0, limit);
}
