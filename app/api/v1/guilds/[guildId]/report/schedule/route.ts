import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readSchedule, storeSchedule } from "@/lib/report/schedule-data";
import { reportSchedule, saveSchedule } from "@/lib/report/schema";

export const GET = guildRoute({
	permission: "config.read",
	summary: "Read when and where the weekly report is posted, and how the last one went",
	response: reportSchedule,
	handler: ({ guild }) => readSchedule(guild),
});

export const PUT = guildRoute({
	permission: "config.write",
	summary: "Choose when and where the weekly report is posted, or turn it off",
	body: saveSchedule,
	response: reportSchedule,
	handler: ({ guild, body }) => storeSchedule(guild, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = methodsBesides("GET", "PUT");
