"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, api } from "@/lib/api/client";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { type BulkAct, caseRequest, type Draft } from "@/lib/orders/acts";
import { afterOrder, pendingOrders, pollMs } from "@/lib/orders/queries";

export type Refused = { id: string; error: Error };

/** `done` counts those that were asked for, whatever the answer. */
export type BulkState = { phase: "asking" | "running" | "finished"; done: number; refused: Refused[] };

/** How often the worker's answers are looked for before the list is left as it is (a second each). */
const patience = 30;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** When the server says to wait without saying how long (milliseconds). */
const pauseMs = 5000;

/**
 * The same act on many members, one after the other, each a case of its own. What is refused is left out and told; a
 * limit is waited for.
 */
export function useBulk(guildId: string, act: BulkAct) {
	const client = useQueryClient();
	const router = useRouter();
	const [key] = useState(() => crypto.randomUUID());
	const [stopping] = useState(() => new AbortController());
	const [state, setState] = useState<BulkState>({ phase: "asking", done: 0, refused: [] });
	const open = (id: string, draft: Draft) =>
		api.post<CaseDetail>(`/guilds/${guildId}/cases`, caseRequest(act, id, draft, `${key}:${id}`));
	async function one(id: string, draft: Draft): Promise<Refused | null> {
		try {
			await open(id, draft);
			return null;
		} catch (error) {
			if (!(error instanceof Error)) throw error;
			if (!(error instanceof ApiProblem) || error.code !== "rate_limited") return { id, error };
			await pause(pauseMs);
			return stopping.signal.aborted ? { id, error } : one(id, draft);
		}
	}
	async function run(ids: readonly string[], draft: Draft): Promise<void> {
		for (const id of ids) {
			if (stopping.signal.aborted) break;
			const refused = await one(id, draft);
			setState((now) => ({
				phase: "running",
				done: now.done + 1,
				refused: refused === null ? now.refused : [...now.refused, refused],
			}));
		}
		setState((now) => ({ ...now, phase: "finished" }));
		await afterOrder(client, guildId);
		router.refresh();
		await follow(ids);
	}
	/** Shows the members as the worker leaves them; Discord tells of a member a moment after it answers the order. */
	async function follow(ids: readonly string[]): Promise<void> {
		const asked = new Set(ids);
		for (let look = 0; look < patience && !stopping.signal.aborted; look++) {
			await pause(pollMs);
			const waiting = await pendingOrders(guildId);
			if (!waiting.some(({ member }) => member !== null && asked.has(member.id))) break;
		}
		await pause(pollMs);
		await afterOrder(client, guildId);
		router.refresh();
	}
	return {
		state,
		run: (ids: readonly string[], draft: Draft) => {
			setState({ phase: "running", done: 0, refused: [] });
			void run(ids, draft);
		},
		stop: () => stopping.abort(),
	};
}
