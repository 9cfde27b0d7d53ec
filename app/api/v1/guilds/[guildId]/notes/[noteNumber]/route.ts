import { z } from "zod";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { removeNote } from "@/lib/notes/data";
import { noteParams } from "@/lib/notes/schema";

export const DELETE = guildRoute({
	permission: "notes.write",
	summary: "Remove a note that you wrote",
	params: noteParams,
	response: z.null(),
	handler: async ({ guild, params }) => {
		await removeNote(guild, params.noteNumber);
		return null;
	},
});

export const { GET, POST, PUT, PATCH, OPTIONS } = methodsBesides("DELETE");
