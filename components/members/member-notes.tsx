"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Time } from "@/components/layout/time";
import { useProblemText } from "@/components/layout/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { longestNote } from "@/lib/notes/limits";
import { addNoteMutation } from "@/lib/notes/queries";
import type { Note } from "@/lib/notes/schema";

type MemberNotesProps = { guildId: string; userId: string; notes: readonly Note[] };

/** What moderators wrote down about a member, and a field to add to it. */
export function MemberNotes({ guildId, userId, notes }: MemberNotesProps) {
	const t = useTranslations("members.record");
	return (
		<section aria-label={t("notes")} className="mt-3 flex min-w-0 flex-col gap-3">
			<AddNote guildId={guildId} userId={userId} />
			{notes.length === 0 ? (
				<p className="text-muted text-sm">{t("noNotes")}</p>
			) : (
				<ol className="overflow-hidden rounded-lg border border-border bg-surface">
					{notes.map((note) => (
						<NoteRow key={note.noteNumber} note={note} />
					))}
				</ol>
			)}
		</section>
	);
}

function AddNote({ guildId, userId }: { guildId: string; userId: string }) {
	const t = useTranslations("members.record");
	const problemText = useProblemText();
	const router = useRouter();
	const [content, setContent] = useState("");
	const add = useMutation(addNoteMutation(useQueryClient(), guildId));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		add.mutate(
			{ member: userId, content },
			{
				onSuccess: () => {
					setContent("");
					router.refresh();
				},
			},
		);
	};
	return (
		<form onSubmit={submit} className="flex flex-col gap-2">
			<Field
				id="note"
				label={t("addNote")}
				help={t("noteHelp")}
				error={add.error ? problemText(add.error) : undefined}
			>
				{(control) => (
					<Textarea
						{...control}
						value={content}
						maxLength={longestNote}
						onChange={(event) => setContent(event.target.value)}
					/>
				)}
			</Field>
			<Button type="submit" disabled={content.trim() === "" || add.isPending} className="self-start">
				{t("saveNote")}
			</Button>
		</form>
	);
}

function NoteRow({ note }: { note: Note }) {
	const t = useTranslations("members.record");
	return (
		<li className="border-border border-b px-3 py-2 text-sm last:border-b-0">
			<div className="flex items-center gap-2 text-muted text-xs">
				<span className="truncate font-medium">{note.author.name}</span>
				{note.caseNumber === null ? null : <span>{t("onCase", { number: note.caseNumber })}</span>}
				<span className="ml-auto shrink-0">
					<Time value={note.createdAt} />
				</span>
			</div>
			<p className="whitespace-pre-wrap break-words">{note.content}</p>
		</li>
	);
}
