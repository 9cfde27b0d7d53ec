import { mutationOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";

/** Puts a server first in the person's list, or no longer. */
export function favouriteMutation() {
	return mutationOptions({
		mutationFn: (change: { guildId: string; favourite: boolean }) => api.put<void>("/me/favourites", change),
	});
}
