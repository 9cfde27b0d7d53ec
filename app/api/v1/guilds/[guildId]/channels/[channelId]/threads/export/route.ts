import { z } from "zod";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportThreads, threadColumns } from "@/lib/channels/export";
import { channelItem, channelParams } from "@/lib/channels/schema";

export const GET = guildExport({
	permission: "channels.read",
	summary: "Export the threads or posts of a channel, active ones first, as CSV or JSON",
	name: "threads",
	params: channelParams,
	query: z.strictObject({}),
	item: channelItem,
	columns: threadColumns,
	open: (guild, _, { channelId }) => exportThreads(guild, channelId),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
