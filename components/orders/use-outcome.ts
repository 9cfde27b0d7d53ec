"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFailureText } from "@/components/discord/use-failure-text";
import { notify } from "@/components/ui/toast";
import { afterOrder, type OrderName, orderQuery } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/request-schema";

/** How long somebody waits for an answer before they are told that it may take longer (milliseconds). */
const patienceMs = 20_000;

type Watched = { order: OrderName; done: string };

/**
 * Follows the orders that this screen placed until the worker has answered, and says of each how it ended.
 * @returns begins to follow an order; `done` is the sentence for when it was carried out
 */
export function useOutcome(guildId: string): (order: OrderName, done: string) => void {
	const t = useTranslations("orders");
	const failureText = useFailureText();
	const client = useQueryClient();
	const router = useRouter();
	const [watched, setWatched] = useState<Watched[]>([]);
	const answers = useQueries({
		queries: watched.map(({ order }) => orderQuery(guildId, order)),
		combine: (results) => results.map(({ data }) => data),
	});
	useEffect(() => {
		const settled = watched.flatMap((each, index) => {
			const answer = answers[index];
			return answer && answer.state !== "pending" ? { each, answer } : [];
		});
		if (settled.length === 0) return;
		for (const { each, answer } of settled) notify(said(answer, each.done));
		const over = new Set(settled.map(({ each }) => each));
		setWatched((now) => now.filter((each) => !over.has(each)));
		void afterOrder(client, guildId);
		router.refresh();
		function said(order: OrderView, done: string) {
			if (order.state === "done") return { tone: "good", title: done } as const;
			return { tone: "danger", title: t("failedTitle"), description: failureText(order) } as const;
		}
	}, [watched, answers, client, guildId, router, t, failureText]);
	useEffect(() => {
		if (watched.length === 0) return;
		const timer = setTimeout(() => {
			notify({ tone: "info", title: t("slow"), description: t("slowText") });
			setWatched([]);
		}, patienceMs);
		return () => clearTimeout(timer);
	}, [watched, t]);
	return (order, done) => setWatched((now) => [...now, { order, done }]);
}
