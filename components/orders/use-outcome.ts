"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFailureText } from "@/components/discord/use-failure-text";
import { notify } from "@/components/ui/toast";
import { afterOrder, type OrderName, orderQuery } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/request-schema";

/** How long somebody is kept waiting for an answer before they are told that it may take longer (milliseconds). */
const patienceMs = 20_000;

type Watched = { order: OrderName; done: string };

/**
 * Follows an order that this screen placed until the worker has answered, and says how it ended.
 * @returns begins to follow an order; `done` is the sentence for when it was carried out
 */
export function useOutcome(guildId: string): (order: OrderName, done: string) => void {
	const t = useTranslations("orders");
	const failureText = useFailureText();
	const client = useQueryClient();
	const router = useRouter();
	const [watched, setWatched] = useState<Watched | null>(null);
	const { data } = useQuery(orderQuery(guildId, watched?.order ?? null));
	const settled = watched && data && data.state !== "pending" ? data : null;
	useEffect(() => {
		if (watched === null || settled === null) return;
		notify(said(settled, watched.done));
		setWatched(null);
		void afterOrder(client, guildId);
		router.refresh();
		function said(order: OrderView, done: string) {
			if (order.state === "done") return { tone: "good", title: done } as const;
			return { tone: "danger", title: t("failedTitle"), description: failureText(order) } as const;
		}
	}, [watched, settled, client, guildId, router, t, failureText]);
	useEffect(() => {
		if (watched === null) return;
		const timer = setTimeout(() => {
			notify({ tone: "info", title: t("slow"), description: t("slowText") });
			setWatched(null);
		}, patienceMs);
		return () => clearTimeout(timer);
	}, [watched, t]);
	return (order, done) => setWatched({ order, done });
}
