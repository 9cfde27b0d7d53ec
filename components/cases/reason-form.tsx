"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { longestReason } from "@/lib/cases/kinds";

type ReasonFormProps = {
	text: string;
	pending: boolean;
	onText: (text: string) => void;
	onSave: () => void;
	onCancel: () => void;
};

/** Edits a reason: Ctrl-Enter or Ctrl-S saves, Escape gives up. */
export function ReasonForm({ text, pending, onText, onSave, onCancel }: ReasonFormProps) {
	const t = useTranslations("cases");
	const id = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [tried, setTried] = useState(false);
	const { length } = text.trim();
	const problem =
		length === 0
			? t("reason.empty")
			: tooLong(length)
				? t("reason.tooLong", { max: longestReason })
				: undefined;
	useEffect(() => {
		field.current?.focus();
		field.current?.setSelectionRange(-1, -1);
	}, []);
	function submit(event: FormEvent | KeyboardEvent): void {
		event.preventDefault();
		setTried(true);
		if (problem) field.current?.focus();
		else if (!pending) onSave();
	}
	function onKeyDown(event: KeyboardEvent): void {
		const command = event.ctrlKey || event.metaKey;
		if (command && (event.key === "Enter" || event.key.toLowerCase() === "s")) submit(event);
		if (event.key !== "Escape") return;
		event.preventDefault();
		onCancel();
	}
	return (
		<form onSubmit={submit} className="flex flex-col gap-2">
			<Field
				id={id}
				label={t("reason.label")}
				hint={t("reason.count", { count: length, max: longestReason })}
				error={tried || tooLong(length) ? problem : undefined}
			>
				{(control) => (
					<Textarea
						{...control}
						ref={field}
						value={text}
						onChange={(event) => onText(event.target.value)}
						onKeyDown={onKeyDown}
					/>
				)}
			</Field>
			<div className="flex justify-end gap-2">
				<Button onClick={onCancel}>{t("form.cancel")}</Button>
				<Button type="submit" variant="primary" disabled={pending} title={t("form.saveShortcut")}>
					{pending ? t("form.saving") : t("form.save")}
				</Button>
			</div>
		</form>
	);
}

function tooLong(length: number): boolean {
	return length > longestReason;
}
