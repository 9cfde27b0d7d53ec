import { z } from "zod";
import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportKeys, keyColumns } from "@/lib/config/export";
import { dynamicKey } from "@/lib/config/keys-schema";

export const GET = guildExport({
	permission: "config.read",
	summary: "Export the server's dynamic keys, by name, as CSV or JSON",
	name: "configuration-keys",
	query: z.strictObject({}),
	item: dynamicKey,
	columns: keyColumns,
	open: exportKeys,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
