"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { RefusalText } from "@/components/orders/refusal";
import { useOutcome } from "@/components/orders/use-outcome";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { sendMessageMutation } from "@/lib/orders/queries";

type WriteMessageProps = { guildId: string; channel: { id: string; name: string } };

/** Has the bot write in a channel. */
export function WriteMessage({ guildId, channel }: WriteMessageProps) {
	const t = useTranslations("orders");
	const common = useTranslations("common");
	const id = useId();
	const follow = useOutcome(guildId);
	const [key, setKey] = useState<string | null>(null);
	const [content, setContent] = useState("");
	const { mutate, isPending, error, reset } = useMutation(
		sendMessageMutation(useQueryClient(), guildId, channel.id),
	);
	const close = () => {
		setKey(null);
		setContent("");
		reset();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (key === null || content.trim() === "") return;
		mutate(
			{ content, idempotencyKey: key },
			{
				onSuccess: (order) => {
					follow({ id: order.id }, t("done.message_send"));
					close();
				},
			},
		);
	};
	return (
		<>
			<Button size="sm" onClick={() => setKey(crypto.randomUUID())}>
				<MessageSquarePlus aria-hidden />
				{t("message.open")}
			</Button>
			<Dialog open={key !== null} onOpenChange={(open) => open || close()}>
				<DialogContent
					title={t("message.title")}
					description={t("message.description", { channel: `#${channel.name}` })}
				>
					<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
						<Field id={id} label={t("message.content")}>
							{(control) => (
								<Textarea
									{...control}
									maxLength={2000}
									value={content}
									onChange={(event) => setContent(event.target.value)}
								/>
							)}
						</Field>
						<RefusalText error={error} />
						<DialogFooter className="mt-1">
							<Button onClick={close}>{common("cancel")}</Button>
							<Button type="submit" variant="primary" disabled={isPending || content.trim() === ""}>
								{t("message.send")}
							</Button>
						</DialogFooter>
					</form>
				</DialogContent>
			</Dialog>
		</>
	);
}
