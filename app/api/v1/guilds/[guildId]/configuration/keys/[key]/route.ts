import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { removeKey, saveKey } from "@/lib/config/keys-data";
import { dynamicKeys, keyParams, removeKeyQuery, saveKey as saveBody } from "@/lib/config/keys-schema";

export const PUT = guildRoute({
	permission: "config.write",
	summary: "Add or change a dynamic key; refused if somebody else has changed it since",
	params: keyParams,
	body: saveBody,
	response: dynamicKeys,
	handler: ({ guild, params, body }) => saveKey(guild, params.key, body),
});

export const DELETE = guildRoute({
	permission: "config.write",
	summary: "Remove a dynamic key; refused if somebody else has changed it since",
	params: keyParams,
	query: removeKeyQuery,
	response: dynamicKeys,
	handler: ({ guild, params, query }) => removeKey(guild, params.key, query),
});

export const { GET, POST, PATCH, OPTIONS } = methodsBesides("PUT", "DELETE");
