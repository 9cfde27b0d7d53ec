"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button, buttonStyles } from "@/components/ui/button";

type ConfirmDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** What will happen, as a question or a statement. */
	title: ReactNode;
	/** The consequence in one sentence. */
	consequence: ReactNode;
	/** The verb on the button: "Ban Ana and delete 6 h of messages". */
	confirmLabel: string;
	pending?: boolean;
	/** What is asked for besides the answer. */
	children?: ReactNode;
	onConfirm: () => void;
};

/** Asks before something destructive. The focus is on Cancel; the button carries the verb. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const { open, onOpenChange, title, consequence, confirmLabel, pending, children, onConfirm } = props;
	const t = useTranslations("common");
	return (
		<Radix.Root open={open} onOpenChange={onOpenChange}>
			<Radix.Portal>
				<Radix.Overlay className="fade-in fixed inset-0 z-50 bg-black/50" />
				<Radix.Content className="fade-in fixed inset-x-0 bottom-0 z-50 rounded-t-lg border border-border bg-raised p-4 shadow-overlay sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[28rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg">
					<Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
					<Radix.Description className="mt-1 text-muted">{consequence}</Radix.Description>
					{children}
					<div className="mt-4 flex flex-wrap justify-end gap-2">
						<Radix.Cancel className={buttonStyles()}>{t("cancel")}</Radix.Cancel>
						<Button variant="danger" disabled={pending} onClick={onConfirm}>
							{confirmLabel}
						</Button>
					</div>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
