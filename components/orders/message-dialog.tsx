"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { RefusalText } from "@/components/orders/refusal";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { longestMessage } from "@/lib/discord/limits";

type MessageDialogProps = {
	title: string;
	description: string;
	confirmLabel: string;
	/** What the message says now; it cannot be confirmed unchanged. */
	initial: string;
	pending: boolean;
	error: Error | null;
	onConfirm(content: string): void;
	onClose(): void;
};

/** Asks what a message of the bot's is to say. */
export function MessageDialog(props: MessageDialogProps) {
	const { title, description, confirmLabel, initial, pending, error, onConfirm, onClose } = props;
	const t = useTranslations("orders");
	const common = useTranslations("common");
	const id = useId();
	const [content, setContent] = useState(initial);
	const idle = pending || content.trim() === "" || content === initial;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!idle) onConfirm(content);
	};
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent title={title} description={description}>
				<form onSubmit={submit} className="mt-3 flex flex-col gap-3">
					<Field id={id} label={t("message.content")}>
						{(control) => (
							<Textarea
								{...control}
								maxLength={longestMessage}
								value={content}
								onChange={(event) => setContent(event.target.value)}
							/>
						)}
					</Field>
					<RefusalText error={error} />
					<DialogFooter className="mt-1">
						<Button onClick={onClose}>{common("cancel")}</Button>
						<Button type="submit" variant="primary" disabled={idle}>
							{confirmLabel}
						</Button>
					</DialogFooter>
				</form>
			</DialogContent>
		</Dialog>
	);
}
