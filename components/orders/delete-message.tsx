"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useProblemText } from "@/components/layout/use-problem-text";
import { useOutcome } from "@/components/orders/use-outcome";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { longestAuditReason } from "@/lib/discord/limits";
import { deleteMessageMutation } from "@/lib/orders/queries";

/** Has the bot delete a message, after asking whether and why. */
export function DeleteMessage({ guildId, messageId }: { guildId: string; messageId: string }) {
	const t = useTranslations("orders");
	const problemText = useProblemText();
	const id = useId();
	const follow = useOutcome(guildId);
	const [key, setKey] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const { mutate, isPending } = useMutation(deleteMessageMutation(useQueryClient(), guildId, messageId));
	const confirm = () => {
		if (key === null) return;
		const because = reason.trim() === "" ? {} : { reason: reason.trim() };
		mutate(
			{ idempotencyKey: key, ...because },
			{
				onSuccess: ({ id: orderId }) => follow({ id: orderId }, t("done.message_delete")),
				onError: (error) =>
					notify({ tone: "danger", title: t("refusedTitle"), description: problemText(error) }),
				onSettled: () => setKey(null),
			},
		);
	};
	return (
		<>
			<Button size="sm" onClick={() => setKey(crypto.randomUUID())}>
				<Trash2 aria-hidden />
				{t("deletion.open")}
			</Button>
			<ConfirmDialog
				open={key !== null}
				onOpenChange={(open) => open || setKey(null)}
				title={t("deletion.title")}
				consequence={t("deletion.consequence")}
				confirmLabel={t("deletion.confirm")}
				pending={isPending}
				onConfirm={confirm}
			>
				<Field id={id} label={t("deletion.reason")} help={t("deletion.reasonHelp")} className="mt-3">
					{(control) => (
						<Input
							{...control}
							maxLength={longestAuditReason}
							autoComplete="off"
							value={reason}
							onChange={(event) => setReason(event.target.value)}
						/>
					)}
				</Field>
			</ConfirmDialog>
		</>
	);
}
