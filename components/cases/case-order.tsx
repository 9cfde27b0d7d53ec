"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OrderState } from "@/components/cases/order-state";
import type { OpenCase } from "@/components/cases/use-case";
import { useFailureText } from "@/components/discord/use-failure-text";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { retryMutation } from "@/lib/orders/queries";

/** What became of the case on Discord: under way, done, or why not and the way to try again. */
export function CaseOrder({ open, mayRetry }: { open: OpenCase; mayRetry: boolean }) {
	const t = useTranslations("orders");
	const problemText = useProblemText();
	const failureText = useFailureText();
	const { guildId, detail, accept } = open;
	const { order } = detail;
	const [key, setKey] = useState(() => crypto.randomUUID());
	const { mutate, isPending } = useMutation(retryMutation(useQueryClient(), guildId, detail.caseNumber));
	const retry = () =>
		mutate(key, {
			onSuccess: (asked) => {
				accept(asked);
				setKey(crypto.randomUUID());
				notify({ tone: "info", title: t("retried") });
			},
			onError: (error) =>
				notify({ tone: "danger", title: t("refusedTitle"), description: problemText(error) }),
		});
	const isUndelivered = order.state === "done" && order.delivered === false;
	return (
		<div role="status" className="flex flex-col items-start gap-1">
			<OrderState state={order.state} />
			{isUndelivered ? <p className="text-muted">{t("failures.dm_closed")}</p> : null}
			{order.state === "failed" ? (
				<>
					<p>{failureText({ failure: order.error, permission: order.permission })}</p>
					{mayRetry ? (
						<Button size="sm" disabled={isPending} onClick={retry}>
							<RotateCw aria-hidden />
							{t("retry")}
						</Button>
					) : null}
				</>
			) : null}
		</div>
	);
}
