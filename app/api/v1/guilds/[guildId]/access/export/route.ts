import { z } from "zod";
import { accessColumns, exportAccess } from "@/lib/access/export";
import { accessPerson } from "@/lib/access/schema";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildExport({
	permission: "access.read",
	summary: "Export who may use this server's dashboard, and why, as CSV or JSON",
	name: "access",
	query: z.strictObject({}),
	item: accessPerson,
	columns: accessColumns,
	open: exportAccess,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
