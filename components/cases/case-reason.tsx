"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Conflict } from "@/components/cases/conflict";
import { Failure } from "@/components/cases/failure";
import { ReasonForm } from "@/components/cases/reason-form";
import { Section } from "@/components/cases/section";
import { type OpenCase, useCaseEdit } from "@/components/cases/use-case";
import { isTyping } from "@/components/layout/keyboard";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";

/** The reason of a case; who may, edits it in place (`e`). */
export function CaseReason({ open, mayEdit }: { open: OpenCase; mayEdit: boolean }) {
	const t = useTranslations("cases.reason");
	const saved = useTranslations("cases.saved");
	const [draft, setDraft] = useState<{ text: string; revision: string } | null>(null);
	const { detail } = open;
	const begin = () => setDraft((now) => now ?? { text: detail.reason, revision: detail.revision });
	const edit = useCaseEdit(open, () => {
		setDraft(null);
		notify({ tone: "good", title: saved("reason") });
	});
	useEditKey(mayEdit, begin);
	const stop = () => {
		setDraft(null);
		edit.reset();
	};
	const { conflict } = edit;
	return (
		<Section
			title={draft === null ? t("title") : undefined}
			action={
				mayEdit && draft === null ? (
					<Button size="sm" variant="ghost" onClick={begin} title={`${t("edit")} (e)`}>
						<Pencil aria-hidden />
						{t("edit")}
					</Button>
				) : null
			}
		>
			{draft === null ? (
				<p className="whitespace-pre-wrap break-words text-base">{detail.reason}</p>
			) : conflict ? (
				<Conflict
					current={conflict}
					theirs={conflict.reason}
					yours={draft.text.trim()}
					pending={edit.pending}
					onKeepYours={() => edit.save({ reason: draft.text.trim() }, conflict.revision)}
					onKeepTheirs={() => {
						open.accept(conflict);
						stop();
					}}
				/>
			) : (
				<ReasonForm
					text={draft.text}
					pending={edit.pending}
					onText={(text) => setDraft({ ...draft, text })}
					onSave={() => edit.save({ reason: draft.text.trim() }, draft.revision)}
					onCancel={stop}
				/>
			)}
			<Failure error={edit.failure} />
		</Section>
	);
}

/** `e` begins an edit, from anywhere on the page but a field. */
function useEditKey(active: boolean, begin: () => void): void {
	useEffect(() => {
		if (!active) return;
		function onKey(event: KeyboardEvent): void {
			if (event.key !== "e" || isTyping(event)) return;
			event.preventDefault();
			begin();
		}
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	});
}
