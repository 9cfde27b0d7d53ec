"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useId, useState } from "react";
import { Button, buttonStyles } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type ConfirmDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** What will happen, as a question or a statement. */
	title: ReactNode;
	/** The consequence in one sentence. */
	consequence: ReactNode;
	/** The verb on the button: "Ban Ana and delete 6 h of messages". */
	confirmLabel: string;
	/** How many it touches; above 25 the number must be typed. */
	count?: number;
	pending?: boolean;
	/** What is asked for beside the answer. */
	children?: ReactNode;
	onConfirm: () => void;
};

/** Above this many, a bulk act asks to type the number. */
const typeTheNumberAbove = 25;

/** Asks before something destructive. The focus is on Cancel; the button carries the verb. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const {
		open,
		onOpenChange,
		title,
		consequence,
		confirmLabel,
		count = 1,
		pending,
		children,
		onConfirm,
	} = props;
	const t = useTranslations("common");
	const id = useId();
	const [typed, setTyped] = useState("");
	const mustType = count > typeTheNumberAbove;
	const blocked = pending || (mustType && typed.trim() !== String(count));
	return (
		<Radix.Root open={open} onOpenChange={onOpenChange}>
			<Radix.Portal>
				<Radix.Overlay className="fade-in fixed inset-0 z-50 bg-black/50" />
				<Radix.Content className="fade-in fixed inset-x-0 bottom-0 z-50 rounded-t-lg border border-border bg-raised p-4 shadow-overlay sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[28rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg">
					<Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
					<Radix.Description className="mt-1 text-muted">{consequence}</Radix.Description>
					{mustType ? (
						<div className="mt-3 flex flex-col gap-1.5">
							<Label htmlFor={id}>{t("confirm.typeNumber", { count })}</Label>
							<Input
								id={id}
								inputMode="numeric"
								autoComplete="off"
								value={typed}
								onChange={(event) => setTyped(event.target.value)}
							/>
						</div>
					) : null}
					{children}
					<div className="mt-4 flex flex-wrap justify-end gap-2">
						<Radix.Cancel className={buttonStyles()}>{t("cancel")}</Radix.Cancel>
						<Button variant="danger" disabled={blocked} onClick={onConfirm}>
							{confirmLabel}
						</Button>
					</div>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
