import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/layout/time";
import type { Note } from "@/lib/notes/schema";

type MemberNotesProps = {
	notes: readonly Note[];
	/** The form for another one. */
	form: ReactNode;
};

/** What moderators wrote down about a member, and a field to add to it. */
export function MemberNotes({ notes, form }: MemberNotesProps) {
	const t = useTranslations("members.record");
	return (
		<section aria-label={t("notes")} className="mt-3 flex min-w-0 flex-col gap-3">
			{form}
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
