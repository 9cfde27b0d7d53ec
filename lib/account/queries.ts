import { mutationOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { ChangePreferences, CreateToken, StartVisit, Visit } from "./schema";

/** Keeps a choice beyond this browser. */
export function preferencesMutation() {
	return mutationOptions({
		mutationFn: (change: ChangePreferences) => api.put<void>("/me/preferences", change),
	});
}

/** Ends one session, or all of them when no id is given. */
export function endSessionMutation() {
	return mutationOptions({
		mutationFn: (sessionId: string | null) =>
			api.del<void>(sessionId === null ? "/me/sessions" : `/me/sessions/${sessionId}`),
	});
}

export function makeTokenMutation() {
	return mutationOptions({
		mutationFn: (wanted: CreateToken) => api.post<{ id: string; token: string }>("/me/tokens", wanted),
	});
}

export function revokeTokenMutation() {
	return mutationOptions({ mutationFn: (tokenId: string) => api.del<void>(`/me/tokens/${tokenId}`) });
}

/** An operator's way into a server. */
export function startVisitMutation() {
	return mutationOptions({ mutationFn: (wanted: StartVisit) => api.post<Visit>("/me/visits", wanted) });
}
