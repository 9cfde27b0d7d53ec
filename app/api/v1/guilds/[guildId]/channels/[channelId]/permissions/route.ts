import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { channelParams, holderQuery } from "@/lib/channels/schema";
import { explainPermissions } from "@/lib/roles/explain";
import { explainedPermissions } from "@/lib/roles/explained-schema";

export const GET = guildRoute({
	permission: "channels.read",
	summary: "Explain what a member, a role or (with neither) @everyone can do in one channel",
	params: channelParams,
	query: holderQuery,
	response: explainedPermissions,
	handler: ({ guild, params, query }) =>
		explainPermissions(
			guild,
			query.member ? { member: query.member } : { role: query.role ?? guild.guildId },
			params.channelId,
		),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
