import { z } from "zod";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { channelColumns, exportChannels, exportedChannel } from "@/lib/channels/export";

export const GET = guildExport({
	permission: "channels.read",
	summary: "Export all channels and active threads as CSV or JSON",
	name: "channels",
	query: z.strictObject({}),
	item: exportedChannel,
	columns: channelColumns,
	open: exportChannels,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
