import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { getConfig } from "@/lib/config/data";
import { saveConfig } from "@/lib/config/save-data";
import { config, saveConfig as saveBody } from "@/lib/config/schema";

export const GET = guildRoute({
	permission: "config.read",
	summary: "Read the server's settings, their revision, and which shards have applied them",
	response: config,
	etag: true,
	handler: ({ guild }) => getConfig(guild),
});

export const PATCH = guildRoute({
	permission: "config.write",
	summary: "Change settings; refused if somebody else has changed the same ones since",
	body: saveBody,
	response: config,
	handler: ({ guild, body }) => saveConfig(guild, body),
});

export const { POST, PUT, DELETE, OPTIONS } = methodsBesides("GET", "PATCH");
