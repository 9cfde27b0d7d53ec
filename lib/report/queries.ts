import { mutationOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { ReportSchedule, SaveSchedule } from "./schema";

/** Saves when and where the report is posted; returns the resulting schedule. */
export function saveScheduleMutation(guildId: string) {
	return mutationOptions({
		mutationFn: (wish: SaveSchedule) => api.put<ReportSchedule>(`/guilds/${guildId}/report/schedule`, wish),
	});
}
