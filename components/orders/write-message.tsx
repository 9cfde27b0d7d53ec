"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageDialog } from "@/components/orders/message-dialog";
import { useOutcome } from "@/components/orders/use-outcome";
import { Button } from "@/components/ui/button";
import { sendMessageMutation } from "@/lib/orders/queries";

type WriteMessageProps = { guildId: string; channel: { id: string; name: string } };

/** Has the bot write in a channel. */
export function WriteMessage({ guildId, channel }: WriteMessageProps) {
	const t = useTranslations("orders");
	const follow = useOutcome(guildId);
	const [key, setKey] = useState<string | null>(null);
	const { mutate, isPending, error, reset } = useMutation(
		sendMessageMutation(useQueryClient(), guildId, channel.id),
	);
	const close = () => {
		setKey(null);
		reset();
	};
	const send = (idempotencyKey: string, content: string) =>
		mutate(
			{ content, idempotencyKey },
			{
				onSuccess: (order) => {
					follow({ id: order.id }, t("done.message_send"));
					close();
				},
			},
		);
	return (
		<>
			<Button size="sm" onClick={() => setKey(crypto.randomUUID())}>
				<MessageSquarePlus aria-hidden />
				{t("message.open")}
			</Button>
			{key !== null && (
				<MessageDialog
					title={t("message.title")}
					description={t("message.description", { channel: `#${channel.name}` })}
					confirmLabel={t("message.send")}
					initial=""
					pending={isPending}
					error={error}
					onConfirm={(content) => send(key, content)}
					onClose={close}
				/>
			)}
		</>
	);
}
