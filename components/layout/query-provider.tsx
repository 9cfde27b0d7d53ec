"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "@/lib/api/client";

/** A refusal stays a refusal; only what may pass by itself is tried again. */
function worthRetrying(failures: number, error: Error): boolean {
	const refused = error instanceof ApiProblem && !passing(error);
	return !refused && failures < 2;
}

/** A search that the database gave up is given up again; too many at once are fewer a second later. */
function passing({ code, status }: ApiProblem): boolean {
	if (code === "too_slow") return false;
	return code === "too_many_at_once" || status < 400 || status >= 500;
}

/** The cache of everything that re-reads: fresh for 30 s, kept for five minutes after its last use. */
export function QueryProvider({ children }: { children: ReactNode }) {
	const [client] = useState(
		() =>
			new QueryClient({
				defaultOptions: {
					queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: worthRetrying },
				},
			}),
	);
	return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
