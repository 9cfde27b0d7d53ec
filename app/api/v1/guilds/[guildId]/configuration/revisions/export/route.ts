import { z } from "zod";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportRevisions, revisionColumns } from "@/lib/config/export";
import { configRevision } from "@/lib/config/schema";

export const GET = guildExport({
	permission: "config.read",
	summary: "Export the revisions of the settings, newest first, as CSV or JSON",
	name: "configuration-history",
	query: z.strictObject({}),
	item: configRevision,
	columns: revisionColumns,
	open: exportRevisions,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
