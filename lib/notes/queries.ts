import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { AddNote, Note } from "./schema";

export const noteKeys = {
	all: (guildId: string) => ["guilds", guildId, "notes"] as const,
};

/** Writes a note about a member. */
export function addNoteMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: (note: AddNote) => api.post<Note>(`/guilds/${guildId}/notes`, note),
		onSuccess: () => client.invalidateQueries({ queryKey: noteKeys.all(guildId) }),
	});
}

/** Removes one of the reader's own notes. */
export function removeNoteMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: (noteNumber: number) => api.del<void>(`/guilds/${guildId}/notes/${noteNumber}`),
		onSuccess: () => client.invalidateQueries({ queryKey: noteKeys.all(guildId) }),
	});
}
