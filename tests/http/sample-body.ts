import { guilds } from "@/tests/setup/login";
import type { Operation } from "./api-routes";

const grant = { level: 6, expiresAt: null, reason: "Granted by a stranger" };

/** Bodies that would be accepted, by operation: a refusal must not come from a bad body. */
const bodies: Record<string, () => unknown> = {
	"PATCH /api/v1/guilds/{guildId}/cases/{caseNumber}": () => ({
		revision: "1",
		reason: "Changed by a stranger",
	}),
	"POST /api/v1/guilds/{guildId}/cases": () => ({
		member: "900100200300400502",
		type: "BAN",
		reason: "Banned by a stranger",
		idempotencyKey: "a-strangers-key",
	}),
	"POST /api/v1/guilds/{guildId}/cases/{caseNumber}/orders": () => ({ idempotencyKey: "a-strangers-key" }),
	"POST /api/v1/guilds/{guildId}/members/{userId}/roles": () => ({
		roleId: guilds.medium.roles[1]?.id,
		held: true,
		idempotencyKey: "a-strangers-key",
	}),
	"POST /api/v1/guilds/{guildId}/messages/{messageId}/deletion": () => ({
		idempotencyKey: "a-strangers-key",
	}),
	"PATCH /api/v1/guilds/{guildId}/messages/{messageId}": () => ({
		content: "Changed by a stranger",
		idempotencyKey: "a-strangers-key",
	}),
	"POST /api/v1/guilds/{guildId}/channels/{channelId}/messages": () => ({
		content: "Written by a stranger",
		idempotencyKey: "a-strangers-key",
	}),
	"PATCH /api/v1/guilds/{guildId}/configuration": () => ({ revision: 0, changes: { prefix: "stranger" } }),
	"PUT /api/v1/guilds/{guildId}/configuration/keys/{key}": () => ({
		revision: 0,
		json: "true",
		description: null,
	}),
	"POST /api/v1/guilds/{guildId}/explore/charts": () => ({
		name: "Saved by a stranger",
		definition: { measure: "messages" },
	}),
	"PATCH /api/v1/guilds/{guildId}/explore/charts/{chartId}": () => ({
		revision: 1,
		name: "Renamed by a stranger",
	}),
	"PUT /api/v1/guilds/{guildId}/report/schedule": () => ({
		channelId: guilds.medium.channels[0]?.id,
		weekday: 1,
		hour: 9,
		locale: "en",
		enabled: true,
		revision: 0,
	}),
	"POST /api/v1/guilds/{guildId}/notes": () => ({
		member: guilds.medium.ownerId,
		content: "Written by a stranger",
	}),
	"POST /api/v1/guilds/{guildId}/access/grants": () => ({ userId: guilds.medium.ownerId, ...grant }),
	"PATCH /api/v1/guilds/{guildId}/access/grants/{userId}": () => grant,
	"PUT /api/v1/me/favourites": () => ({ guildId: guilds.medium.id, favourite: true }),
	"PUT /api/v1/me/preferences": () => ({ theme: "dark" }),
	"POST /api/v1/me/visits": () => ({
		guildId: guilds.medium.id,
		reason: "Looked around by a stranger",
		hours: 1,
	}),
	"POST /api/v1/me/tokens": () => ({ name: "Stranger", maxLevel: null, guildId: null, expiresInDays: null }),
};

/**
 * A body for a write.
 * @throws Error when the operation's schema takes neither the one written here nor an empty object
 */
export function bodyFor({ name, spec }: Operation): unknown {
	const body = bodies[name]?.() ?? {};
	if (spec.body?.safeParse(body).success === false)
		throw new Error(`tests/http/sample-body.ts has no body that ${name} takes`);
	return body;
}
