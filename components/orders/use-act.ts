"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { caseRequest, type Draft, emptyDraft } from "@/lib/orders/acts";
import { openCaseMutation } from "@/lib/orders/queries";

/** A deed in the making: what has been filled in, whether it may be sent, and the sending of it, once however often. */
export function useAct(guildId: string, act: string, onOpened: (opened: CaseDetail, draft: Draft) => void) {
	const router = useRouter();
	const [key] = useState(() => crypto.randomUUID());
	const [draft, setDraft] = useState(() => emptyDraft(act));
	const [tried, setTried] = useState(false);
	const mutation = useMutation(openCaseMutation(useQueryClient(), guildId));
	const reasonMissing = draft.reason.trim() === "";
	return {
		draft,
		change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
		/** Another act begins with its own lengths and keeps what was written. */
		restart: (next: string) => setDraft((now) => ({ ...emptyDraft(next), reason: now.reason })),
		tried,
		reasonMissing: tried && reasonMissing,
		pending: mutation.isPending,
		error: mutation.error,
		send: (member: string, chosen = act) => {
			setTried(true);
			if (reasonMissing || member === "") return;
			mutation.mutate(caseRequest(chosen, member, draft, key), {
				onSuccess: (opened) => {
					onOpened(opened, draft);
					router.refresh();
				},
			});
		},
	};
}
