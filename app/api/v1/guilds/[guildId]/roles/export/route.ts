import { z } from "zod";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportRoles, roleColumns } from "@/lib/roles/export";
import { roleItem } from "@/lib/roles/schema";

export const GET = guildExport({
	permission: "roles.read",
	summary: "Export all roles, highest first, as CSV or JSON",
	name: "roles",
	query: z.strictObject({}),
	item: roleItem,
	columns: roleColumns,
	open: exportRoles,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
