"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem } from "@/lib/api/client";
import type { CaseDetail, EditCase } from "@/lib/cases/detail-schema";
import { caseQuery, editCaseMutation } from "@/lib/cases/queries";

/** What to change; the revision is added when it is sent. */
export type CaseChange = Omit<EditCase, "revision">;

/** A case that a screen shows and changes: the newest state known, and where a change reports to. */
export type OpenCase = { guildId: string; detail: CaseDetail; accept: (saved: CaseDetail) => void };

/**
 * Holds a case on the screen: the newest of what the server rendered, what this screen saved, and, while the worker has
 * an order of the case, what it is by now.
 */
export function useOpenCase(guildId: string, rendered: CaseDetail): OpenCase {
	const [saved, accept] = useState(rendered);
	const known = newer(saved, rendered);
	const { data } = useQuery({
		...caseQuery(guildId, rendered.caseNumber),
		enabled: known.order.state === "pending",
		initialData: known,
	});
	return { guildId, detail: newer(data, known), accept };
}

function newer(one: CaseDetail, other: CaseDetail): CaseDetail {
	return Number(one.revision) > Number(other.revision) ? one : other;
}

/**
 * One change of a case: `save` sends it against the revision the person has seen. When somebody else was faster,
 * `conflict` is the case as it is now, and the change can be sent again against that.
 */
export function useCaseEdit({ guildId, detail, accept }: OpenCase, onSaved: () => void) {
	const router = useRouter();
	const mutation = useMutation(editCaseMutation(useQueryClient(), guildId, detail.caseNumber));
	const { error } = mutation;
	const stale = error instanceof ApiProblem && error.code === "conflict";
	return {
		pending: mutation.isPending,
		conflict: stale ? (error.current as CaseDetail) : null,
		failure: stale ? null : error,
		reset: mutation.reset,
		save: (change: CaseChange, revision: string) =>
			mutation.mutate(
				{ ...change, revision },
				{
					onSuccess: (saved) => {
						accept(saved);
						onSaved();
						router.refresh();
					},
				},
			),
	};
}
