import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { addNote, listNotes } from "@/lib/notes/data";
import { addNote as addNoteBody, listNotesQuery, note, noteList } from "@/lib/notes/schema";

export const GET = guildRoute({
	permission: "notes.read",
	summary: "List the notes about a member, newest first",
	query: listNotesQuery,
	response: noteList,
	handler: async ({ guild, query }) => ({ items: await listNotes(guild, query.member) }),
});

export const POST = guildRoute({
	permission: "notes.write",
	summary: "Write a note about a member",
	body: addNoteBody,
	response: note,
	status: 201,
	handler: ({ guild, body }) => addNote(guild, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET", "POST");
