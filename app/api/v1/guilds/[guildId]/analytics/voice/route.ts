import { askedNarrowed } from "@/lib/analytics/refusals";
import { voiceQuery } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice/data";
import { voice } from "@/lib/analytics/voice/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "overview.read",
	costly: true,
	summary: "Read how long members were in voice in a period, and in its comparison period",
	query: voiceQuery,
	response: voice,
	handler: async ({ guild, query }) => readVoice(guild, askedNarrowed(guild, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
