import { mutationOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { CreateChart, EditChart, SavedChart } from "./saved-schema";

const at = (guildId: string, id?: string) =>
	`/guilds/${guildId}/explore/charts${id === undefined ? "" : `/${id}`}`;

/** Keeps a view under a name. */
export function saveChartMutation(guildId: string) {
	return mutationOptions({
		mutationFn: (chart: CreateChart) => api.post<SavedChart>(at(guildId), chart),
	});
}

/** Renames, changes or shares a chart of the reader's. */
export function editChartMutation(guildId: string, id: string) {
	return mutationOptions({
		mutationFn: (change: EditChart) => api.patch<SavedChart>(at(guildId, id), change),
	});
}

/** Removes a chart. */
export function removeChartMutation(guildId: string, id: string) {
	return mutationOptions({ mutationFn: () => api.del<void>(at(guildId, id)) });
}

/** Puts a chart on the overview of everybody, or takes it off. */
export function pinChartMutation(guildId: string, id: string) {
	return mutationOptions({
		mutationFn: (pinned: boolean) =>
			pinned
				? api.put<SavedChart>(`${at(guildId, id)}/pin`, {})
				: api.del<SavedChart>(`${at(guildId, id)}/pin`),
	});
}
