"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageDialog } from "@/components/orders/message-dialog";
import { useOutcome } from "@/components/orders/use-outcome";
import { Button } from "@/components/ui/button";
import { editMessageMutation } from "@/lib/orders/queries";

type EditMessageProps = { guildId: string; messageId: string; content: string };

/** Has the bot change what a message of its own says. */
export function EditMessage({ guildId, messageId, content }: EditMessageProps) {
	const t = useTranslations("orders");
	const follow = useOutcome(guildId);
	const [key, setKey] = useState<string | null>(null);
	const { mutate, isPending, error, reset } = useMutation(
		editMessageMutation(useQueryClient(), guildId, messageId),
	);
	const close = () => {
		setKey(null);
		reset();
	};
	const change = (idempotencyKey: string, changed: string) =>
		mutate(
			{ content: changed, idempotencyKey },
			{
				onSuccess: (order) => {
					follow({ id: order.id }, t("done.message_edit"));
					close();
				},
			},
		);
	return (
		<>
			<Button size="sm" onClick={() => setKey(crypto.randomUUID())}>
				<Pencil aria-hidden />
				{t("edit.open")}
			</Button>
			{key !== null && (
				<MessageDialog
					title={t("edit.title")}
					description={t("edit.description")}
					confirmLabel={t("edit.confirm")}
					initial={content}
					pending={isPending}
					error={error}
					onConfirm={(changed) => change(key, changed)}
					onClose={close}
				/>
			)}
		</>
	);
}
