"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState, useTransition } from "react";
import { Failure } from "@/components/cases/failure";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { notify } from "@/components/ui/toast";
import { longestNote } from "@/lib/notes/limits";
import { addNoteMutation } from "@/lib/notes/queries";

type NoteFormProps = {
	guildId: string;
	member: string;
	/** The case that it is written on, when there is one. */
	caseNumber?: number;
};

/** Writes a note about the member. Ctrl-Enter adds it. */
export function NoteForm({ guildId, member, caseNumber }: NoteFormProps) {
	const t = useTranslations("cases");
	const router = useRouter();
	const id = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState("");
	const [tried, setTried] = useState(false);
	const [refreshing, refresh] = useTransition();
	const add = useMutation(addNoteMutation(useQueryClient(), guildId));
	const content = text.trim();
	const pending = add.isPending || refreshing;
	const problem = content === "" ? t("notes.empty") : undefined;
	function submit(event: FormEvent | KeyboardEvent): void {
		event.preventDefault();
		setTried(true);
		if (problem) field.current?.focus();
		if (problem || pending) return;
		add.mutate(
			{ member, content, ...(caseNumber === undefined ? {} : { caseNumber }) },
			{
				onSuccess: () => {
					setText("");
					setTried(false);
					notify({ tone: "good", title: t("notes.saved") });
					refresh(() => router.refresh());
				},
			},
		);
	}
	return (
		<form onSubmit={submit} className="flex flex-col gap-2">
			<Field id={id} label={t("notes.add")} help={t("notes.help")} error={tried ? problem : undefined}>
				{(control) => (
					<Textarea
						{...control}
						ref={field}
						rows={2}
						value={text}
						maxLength={longestNote}
						placeholder={t("notes.placeholder")}
						onChange={(event) => setText(event.target.value)}
						onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit(event)}
					/>
				)}
			</Field>
			<Failure error={add.error} />
			<Button type="submit" className="self-end" disabled={pending}>
				{pending ? t("form.saving") : t("notes.save")}
			</Button>
		</form>
	);
}
